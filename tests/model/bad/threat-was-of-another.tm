threat one "One" { stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: "x", was: rag-poison }
