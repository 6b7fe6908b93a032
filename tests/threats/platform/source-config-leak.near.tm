// silent: source-config-leak
//   The code is published with the paper. A copy tells nobody anything new.

model "Pricing model" { owner: "Pricing team", catalog: 2026.1 }

code recipe "Published training code" { class: public }
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
