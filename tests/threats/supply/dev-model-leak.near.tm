// silent: dev-model-leak
//   The translator is published with its weights: whoever copies it from the registry has what
//   everybody can download.

model "Translator" { owner: "Translation team", catalog: 2026.1 }

training_set pairs "Sentence pairs"
weights translator "Translator weights" { class: public }

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data corpus "Corpus" { stores: [pairs] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [translator], proprietary: false }
}

trainer -> corpus { returns: [pairs] }
trainer -> registry { writes: [translator] }
scientist -> registry "studies" { returns: [translator], controls: [tls, auth] }
