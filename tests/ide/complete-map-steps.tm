// ask: complete
threat leak "Leak" { stride: tampering, on: flow, likelihood: 2, impact: 2, lowered_by: { output_f▮ } }
