// fires: data-provider-spoof@weather->intake
// draws: atlas:AML.T0010.002, atlas:AML.T0073, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   The weather service delivers with a key that several people have seen. Somebody uses it to
//   deliver a year of invented storms; the intake asks for nothing more, and the yield model
//   learns from weather that never was.

model "Harvest forecast" { owner: "Agronomy ML", catalog: 2026.1 }

training_set weather_history "Weather by field"
weights forecaster "Forecast weights"

data_provider weather "Weather service"

boundary lab "Training platform" {
  trust: internal
  data_ingestion intake "Intake"
  training_data fields "Fields and weather" { stores: [weather_history] }
  dashboard map "Weather map"
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [forecaster] }
}

weather -> intake "delivers" { sends: [weather_history], controls: [tls] }
intake -> map { sends: [weather_history] }
intake -> fields { writes: [weather_history] }
trainer -> fields { returns: [weather_history] }
trainer -> registry { writes: [forecaster] }
