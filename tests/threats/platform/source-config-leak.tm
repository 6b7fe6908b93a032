// fires: source-config-leak@repo
// draws: atlas:AML.T0035, owasp-ml-2023:ML05, owasp-dsgai-2026:DSGAI20, exchange:devcodeleak, saif:riskModelExfiltration
//   A contractor keeps access to the repository after the project. The code shows how the
//   pricing model is built and which features decide; a competitor gets a copy and builds the
//   same in months instead of years.

model "Pricing model" { owner: "Pricing team", catalog: 2026.1 }

code recipe "Training code" { class: confidential }
training_set prices "Prices"
weights pricer "Pricing weights"

boundary contractors "Contractor" {
  trust: partner
  staff contractor "Contractor"
}

boundary lab "Training platform" {
  trust: internal
  code_repo repo "Repository" { stores: [recipe] }
  training_data archive "Price history" { stores: [prices] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [pricer] }
}

contractor -> repo "works on" { writes: [recipe], returns: [recipe], controls: [tls, auth] }
trainer -> repo { returns: [recipe] }
trainer -> archive { returns: [prices] }
trainer -> registry { writes: [pricer] }
