// fires: training-repudiation@registry
// draws: cwe:778, cwe:223
//   A credit model turns out to refuse a whole district. Scientists and the training job write
//   to the bucket under one account, so nobody can show who put that version there, and each
//   says it was another.

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

scientist -> registry "promotes" { writes: [credit, figures], controls: [tls, auth] }
trainer -> archive { returns: [history] }
trainer -> registry { writes: [credit] }
scorer -> registry "loads" { returns: [credit] }
