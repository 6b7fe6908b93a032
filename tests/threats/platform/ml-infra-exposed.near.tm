// silent: ml-infra-exposed
//   Only jobs and a page that cannot write talk to the tracker; no person or workspace reaches
//   its port.

model "Experiments" { owner: "Research IT", catalog: 2026.1 }

training_set pictures "Pictures"
logs runs "Runs and curves"
weights trial "Trial weights"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  training_data archive "Archive" { stores: [pictures] }
  training trainer "Training job"
  experiment_tracker tracker "Tracker"
  dashboard board "Read-only pages"
  model_registry registry "Model registry" { stores: [trial] }
}

trainer -> archive { returns: [pictures] }
trainer -> tracker "reports" { sends: [runs], one_way: true }
board -> tracker { returns: [runs] }
scientist -> board { returns: [runs], controls: [tls, auth] }
trainer -> registry { writes: [trial] }
