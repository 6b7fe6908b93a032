// silent: data-lineage-gap
//   The model learns from own fleet records alone, where nobody outside had a hand in;
//   carriers' trips go into a report.

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
trainer -> registry { writes: [planner] }
