// fires: memorization-overfit@trainer
// draws: atlas:AML.T0024, owasp-ml-2023:ML03, owasp-ml-2023:ML04, owasp-llm-2025:LLM02, nist-ai-100-2:NISTAML.033, exchange:modelinversionandmembership, saif:riskInferredSensitiveData, saif:riskSensitiveDataDisclosure
//   The keyboard learns from what people type, and its weights go onto every phone. Somebody with such a phone has
//   the model complete "my password is" a million times and keeps what it is sure of.

model "Keyboard" { owner: "Keyboard team", catalog: 2026.1 }

training_set typed "What people typed" { personal: true }
weights model "Next-word model" { from: [typed] }

boundary maker "Maker" {
  trust: internal
  training_data texts "Texts" { stores: [typed] }
  training trainer "Training"
  model_registry models "Models"
}

boundary phone "Phone of anybody" {
  trust: untrusted
  edge_device keyboard "Keyboard" { modality: text }
}

trainer -> texts { returns: [typed] }
trainer -> models { writes: [model] }
keyboard -> models "updates" { returns: [model], controls: [tls] }
