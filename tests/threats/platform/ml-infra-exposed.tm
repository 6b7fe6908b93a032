// fires: ml-infra-exposed@tracker
// draws: atlas:AML.T0049, atlas:AML.T0112, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent
//   The tracker was started with its default settings and answers everybody in the office
//   network. Somebody there uses its artifact path to write a file on its machine, and reads
//   the keys with which jobs report.

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
scientist -> tracker "compares" { returns: [runs], controls: [tls] }
trainer -> registry { writes: [trial] }
