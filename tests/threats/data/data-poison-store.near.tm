// silent: data-poison-store
//   Scientists still write to the history, but it feeds figures that people look at. Training
//   reads the claims system, which the history does not lead to.

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
  database core "Claims system" { stores: [claims] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [triage] }
}

scientist -> history "corrects" { writes: [claims], controls: [tls, auth] }
figures -> history { returns: [claims] }
trainer -> core { returns: [claims] }
trainer -> registry { writes: [triage] }
