// fires: dev-model-leak@registry
// draws: atlas:AML.T0025, atlas:AML.T0048.004, owasp-ml-2023:ML05, owasp-dsgai-2026:DSGAI20, exchange:devmodelleak, saif:riskModelExfiltration
//   A scientist's laptop is stolen with a key that can read the whole registry. The thief
//   copies the weights of a translator that took two years to train, and sells it.

model "Translator" { owner: "Translation team", catalog: 2026.1 }

training_set pairs "Sentence pairs"
weights translator "Translator weights"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data corpus "Corpus" { stores: [pairs] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [translator] }
}

trainer -> corpus { returns: [pairs] }
trainer -> registry { writes: [translator] }
scientist -> registry "studies" { returns: [translator], controls: [tls, auth] }
