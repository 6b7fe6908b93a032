// fires: data-poison-store@history
// draws: atlas:AML.T0020, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   Every scientist can write to the history of claims. One of them, or somebody with a stolen
//   account, turns the outcome of some old claims round; the next run learns to pay such
//   claims.

model "Claims triage" { owner: "Claims ML", catalog: 2026.1 }

training_set claims "Settled claims" { personal: true }
weights triage "Triage weights"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data history "History of claims" { stores: [claims] }
  dashboard figures "Figures of the quarter"
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [triage] }
}

scientist -> history "corrects" { writes: [claims], controls: [tls, auth] }
trainer -> history { returns: [claims] }
figures -> history { returns: [claims] }
trainer -> registry { writes: [triage] }
