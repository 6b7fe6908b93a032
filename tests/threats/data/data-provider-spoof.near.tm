// silent: data-provider-spoof
//   What the service delivers is shown on a map for people. The model learns from own stations,
//   so an invented storm misleads only who looks at the map.

model "Harvest forecast" { owner: "Agronomy ML", catalog: 2026.1 }

training_set weather_history "Weather by field"
weights forecaster "Forecast weights"

data_provider weather "Weather service"

boundary lab "Training platform" {
  trust: internal
  data_ingestion intake "Intake"
  training_data fields "Own stations" { stores: [weather_history] }
  dashboard map "Weather map"
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [forecaster] }
}

weather -> intake "delivers" { sends: [weather_history], controls: [tls] }
intake -> map { sends: [weather_history] }
trainer -> fields { returns: [weather_history] }
trainer -> registry { writes: [forecaster] }
