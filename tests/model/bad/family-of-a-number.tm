threat own "Own" { stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: "x", family: 3 }
