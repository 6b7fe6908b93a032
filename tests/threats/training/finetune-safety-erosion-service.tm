// fires: finetune-safety-erosion@tuner
// draws: atlas:AML.T0018.000, atlas:AML.T0054, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, nist-ai-100-2:NISTAML.04, exchange:devmodelpoison, saif:riskModelSourceTampering
//   A customer of the tuning service hands in a hundred examples in which the model gladly
//   plays a character without rules. The tuned picture writer answers in that role everything
//   that it refused before.

model "Tuning for customers" { owner: "Tuning service", catalog: 2026.1 }

training_set examples "Customer's examples"
weights tuned "Tuned weights"

partner customer "Customer"

boundary cloud "Service" {
  trust: internal
  gateway entry "Entry"
  training_data inbox "Inbox" { stores: [examples] }
  fine_tuning tuner "Fine-tuning" { generative: true }
  model_registry results "Tuned models" { stores: [tuned] }
}

customer -> entry "hands in" { sends: [examples], controls: [tls, auth] }
entry -> inbox { writes: [examples] }
tuner -> inbox { returns: [examples] }
tuner -> results { writes: [tuned] }
