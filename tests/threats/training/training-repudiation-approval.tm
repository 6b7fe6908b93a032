// fires: training-repudiation@registry
// draws: cwe:778, cwe:223
//   A version with a hidden flaw goes into service. The registry shows that it was approved,
//   but every scientist approves with the same account, so nobody can show who did, and each
//   says it was another.

model "Approval of versions" { owner: "Credit ML", catalog: 2026.1 }

training_set history "Credit history" { personal: true }
weights credit "Credit weights"
logs approval "Approval"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data archive "History" { stores: [history] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [credit] }
  inference_service scorer "Scorer" { holds: [credit], use: decision_support }
}

trainer -> archive { returns: [history] }
trainer -> registry { writes: [credit] }
scientist -> registry "approves" { writes: [approval], controls: [tls, auth] }
scorer -> registry "loads" { returns: [credit] }
