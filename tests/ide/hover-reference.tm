// ask: hover
threat leak "Leak" { stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: "s", refs: [atlas:AML▮.T0070] }
