// silent: training-code-tamper
//   The repository holds the pages of a console only. The training step is a fixed product that
//   nobody changes by a commit there.

model "Baggage screening" { owner: "Screening ML", catalog: 2026.1 }

code pages "Pages of the console"
training_set scans "Scans"
weights screener "Screener weights"

boundary office "Office network" {
  trust: partner
  data_scientist developer "Developer"
}

boundary lab "Training platform" {
  trust: internal
  code_repo repo "Repository" { stores: [pages] }
  web_app console "Console"
  training_data archive "Scan archive" { stores: [scans] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [screener] }
}

developer -> repo "pushes" { writes: [pages], controls: [tls, auth] }
console -> repo "is deployed from" { returns: [pages] }
trainer -> archive { returns: [scans] }
trainer -> registry { writes: [screener] }
