// fires: model-extraction@api
// draws: owasp-ml-2023:ML05, nist-ai-100-2:NISTAML.031, exchange:modelexfiltration, saif:riskModelReverseEngineering, atlas:AML.T0024.002, atlas:AML.T0005.001
//   A competitor registers, sends a million product photos of its own, and keeps the label that comes back
//   for each. With these pairs it trains a model of its own that does the same, for the price of the calls.

model "Product tagging" { owner: "Vision", catalog: 2026.1 }
readings photo "Product photo" { class: public }
decisions labels "Tags" { from: [photo] }
weights tags "Tagging model"
partner shop "Shop with an account"
boundary cloud "Cloud account" {
  trust: internal
  inference_api api "Tagging API" { modality: image, holds: [tags], controls: [auth] }
}
shop -> api { sends: [photo], returns: [labels], controls: [tls] }
