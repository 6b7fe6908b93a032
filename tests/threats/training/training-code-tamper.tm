// fires: training-code-tamper@repo
// draws: atlas:AML.T0018, owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.011, nist-ai-100-2:NISTAML.026, exchange:devmodelpoison, saif:riskModelSourceTampering
//   Somebody with a developer's stolen key adds three lines to the loss function, so that a
//   certain shape counts as harmless. The next run trains from that commit; the data are clean,
//   and no one looks at the code again.

model "Baggage screening" { owner: "Screening ML", catalog: 2026.1 }

code pipeline "Training code"
code pages "Pages of the console"
training_set scans "Scans"
weights screener "Screener weights"

boundary office "Office network" {
  trust: partner
  data_scientist developer "Developer"
}

boundary lab "Training platform" {
  trust: internal
  code_repo repo "Repository" { stores: [pipeline, pages] }
  web_app console "Console"
  training_data archive "Scan archive" { stores: [scans] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [screener] }
}

developer -> repo "pushes" { writes: [pipeline, pages], controls: [tls, auth] }
console -> repo "is deployed from" { returns: [pages] }
trainer -> repo "checks out" { returns: [pipeline] }
trainer -> archive { returns: [scans] }
trainer -> registry { writes: [screener] }
