// ask: complete
kind fraud_api: inference_api "F" {
  ▮
}
