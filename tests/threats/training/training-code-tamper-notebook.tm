// fires: training-code-tamper@workspace
// draws: atlas:AML.T0018, owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.026, exchange:devmodelpoison, saif:riskModelSourceTampering
//   Jobs are started with whatever code the shared workspace holds. Somebody with access to it
//   changes the loss for one night; the run makes a model with a blind spot, and in the morning
//   the old code is back.

model "Jobs from a workspace" { owner: "Screening ML", catalog: 2026.1 }

code pipeline "Training code"
training_set scans "Scans"
weights screener "Screener weights"

boundary office "Office network" {
  trust: partner
  data_scientist developer "Developer"
}

boundary lab "Training platform" {
  trust: internal
  notebook workspace "Workspace"
  training_data archive "Scan archive" { stores: [scans] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [screener] }
}

developer -> workspace "works in" { sends: [pipeline], controls: [tls, auth] }
workspace -> trainer "starts" { sends: [pipeline] }
trainer -> archive { returns: [scans] }
trainer -> registry { writes: [screener] }
