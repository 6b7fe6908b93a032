// fires: synthetic-data-degradation@tuner
// draws: owasp-dsgai-2026:DSGAI10
//   Nine of ten examples are made by a larger model, because they cost nothing. The small model
//   learns that model's manner and its errors, and what the larger one never mentions is gone.

model "Examples made by a model" { owner: "Docs team", catalog: 2026.1 }

synthetic_set made "Made examples"
weights small "Small model"

model_provider teacher "Larger model"

boundary lab "Training platform" {
  trust: internal
  data_ingestion maker "Maker of examples"
  training_data examples "Examples" { stores: [made] }
  fine_tuning tuner "Fine-tuning"
  model_registry registry "Model registry" { stores: [small] }
}

maker -> teacher "asks" { returns: [made], controls: [tls] }
maker -> examples { writes: [made] }
tuner -> examples { returns: [made] }
tuner -> registry { writes: [small] }
