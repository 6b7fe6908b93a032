// A base model from a hub, refined and served; packages with pinned versions; training data from a partner.
// What the hub says of its own goods proves nothing. A hop within one zone is not one to check.
model "Supply" {}
weights base "Base model" { class: public }
weights tuned "Tuned model" { from: [base, cases] }
training_set cases "Cases"
packages libs "Packages"
hub hub "Model hub" { controls: [signing] }
hub index "Package index"
user partner "Partner" { trust: partner }
boundary lab "Lab" {
  trust: internal
  database cases_store "Case store"
  job tuning "Tuning"
  job build "Build"
}
boundary production "Production" {
  trust: restricted
  database registry "Registry" { controls: [signing] }
  llm serving "Serving"
}
control scan: artifact_scanning "Scan" { on: [tuning], status: planned }
partner -> cases_store { writes: [cases], controls: [provenance] }
tuning -> cases_store { returns: [cases] }
tuning -> hub { returns: [base] }
tuning -> registry { writes: [tuned] }
serving -> registry { returns: [tuned] }
build -> index { returns: [libs], controls: [dependency_pinning] }
