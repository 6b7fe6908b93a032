// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
kind fraud_api: inference_api "Fraud API" {
  property regulated { type: bool, default: true }
  property level { type: [none, sampled, full], default: none }
}
answers verdict "Verdict"
end_user visitor "Visitor"
boundary risk "Risk" {
  trust: internal
  fraud_api score "Fraud score"
}
visitor -> score { returns: [verdict] }
threat leak "Leak" {
  stride: tampering
  on: fraud_api
  when: stores >= ▮
  likelihood: 2
  impact: 2
  scenario: "Leaks."
}
