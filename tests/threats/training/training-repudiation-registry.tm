// fires: training-repudiation@registry
// draws: cwe:778, cwe:223
//   A version with a hidden flaw goes into service. The registry shows a number and a date; who
//   approved it, and on which run, is nowhere on record, and the two teams that share the
//   training job blame each other.

model "Approval of versions" { owner: "Credit ML", catalog: 2026.1 }

training_set history "Credit history" { personal: true }
weights credit "Credit weights"

boundary data "Data platform" {
  trust: restricted
  training_data archive "History" { stores: [history] }
}

boundary lab "Training platform" {
  trust: internal
  training trainer "Shared training job"
  model_registry registry "Model registry" { stores: [credit] }
  inference_service scorer "Scorer" { holds: [credit], use: decision_support }
}

trainer -> archive { returns: [history], controls: [tls] }
trainer -> registry { writes: [credit] }
scorer -> registry "loads" { returns: [credit] }
