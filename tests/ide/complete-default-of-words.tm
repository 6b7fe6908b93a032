// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
kind fraud_api: inference_api "Fraud API" {
  property regulated { type: bool, default: true }
  property level { type: [none, sampled, full], default: ▮ }
}
answers verdict "Verdict"
end_user visitor "Visitor"
boundary risk "Risk" {
  trust: internal
  fraud_api score "Fraud score"
}
visitor -> score { returns: [verdict] }
