// silent: training-repudiation
//   People only read how versions did. Weights come from the one training job, and nobody else
//   can have put a version there.

model "Credit model" { owner: "Credit ML", catalog: 2026.1 }

training_set history "Credit history" { personal: true }
weights credit "Credit weights"
logs figures "Figures of versions"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data archive "History" { stores: [history] }
  training trainer "Training job"
  model_storage registry "Model bucket" { stores: [credit] }
  inference_service scorer "Scorer" { holds: [credit], use: decision_support }
}

scientist -> registry "looks up" { returns: [figures], controls: [tls, auth] }
trainer -> archive { returns: [history] }
trainer -> registry { writes: [credit] }
scorer -> registry "loads" { returns: [credit] }
