// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
kind fraud_api: inference_api "Fraud API" {
  property level {
    type: [none, sampled] // how often
    default: ▮¶
