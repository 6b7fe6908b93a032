// fires: data-lineage-gap@trainer
// draws: owasp-dsgai-2026:DSGAI05, owasp-dsgai-2026:DSGAI07, cwe:778
//   A partner's batch turns out to be wrong. Nobody can say which of the models in use were
//   trained on it or who let it in: the store has been overwritten twice since, and the partner
//   says that it delivered something else.

model "Route planning" { owner: "Logistics ML", catalog: 2026.1 }

training_set trips "Trips of carriers"
training_set own_trips "Own trips"
weights planner "Planner weights"

partner carrier "Carrier"

boundary lab "Training platform" {
  trust: internal
  data_ingestion intake "Intake"
  training_data carriers "Carriers' trips" { stores: [trips] }
  data_source fleet "Own fleet records" { stores: [own_trips] }
  dashboard report "Carrier report"
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [planner] }
}

carrier -> intake "uploads" { sends: [trips], controls: [tls, auth] }
intake -> carriers { writes: [trips] }
report -> carriers { returns: [trips] }
trainer -> fleet { returns: [own_trips] }
trainer -> carriers { returns: [trips] }
trainer -> registry { writes: [planner] }
