// silent: data-poison-source
//   The model is tuned on own guides only. Forum posts are collected for a page that people
//   read, and never come to a training step.

model "Garden assistant" { owner: "Assistant team", catalog: 2026.1 }

documents posts "Forum posts" { class: public }
documents guides "Own guides"
weights tuned "Tuned weights"

public_web forums "Public forums"

boundary lab "Training platform" {
  trust: internal
  data_ingestion crawler "Crawler"
  training_data corpus "Forum corpus" { stores: [posts] }
  training_data handbook "Guides" { stores: [guides] }
  dashboard trends "Trends page"
  fine_tuning tuner "Fine-tuning"
  model_registry registry "Model registry" { stores: [tuned] }
}

crawler -> forums "reads" { returns: [posts], controls: [tls] }
crawler -> corpus { writes: [posts] }
trends -> corpus { returns: [posts] }
tuner -> handbook { returns: [guides] }
tuner -> registry { writes: [tuned] }
