// ask: rename slip
threat le▮ak "Leak" { stride: tampering, on: web_app, likelihood: 3, impact: 3, scenario: "S." }
web_app desk
accept leak on desk { because: "x", by: "y" }
