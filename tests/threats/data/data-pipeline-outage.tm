// fires: data-pipeline-outage@stream
// draws: atlas:AML.T0029, owasp-dsgai-2026:DSGAI17, nist-ai-100-2:NISTAML.01, exchange:airesourceexhaustion, saif:riskDenialOfMLService
//   Somebody floods the stream with meter readings until it falls behind. The forecast goes on
//   with values of the morning and nobody at the grid notices before the evening peak.

model "Load forecast" { owner: "Grid operations", catalog: 2026.1 }

readings load "Meter readings"
decisions forecast "Forecast of load"

iot_sensor meter "Meter"

boundary grid "Grid control" {
  trust: internal
  gateway entry "Entry"
  message_queue stream "Stream of readings"
  training_store archive "Archive of readings" { stores: [load] }
  inference_service forecaster "Forecaster"
  business_app dispatch "Dispatch"
}

meter -> entry { sends: [load], controls: [tls] }
entry -> stream { writes: [load] }
entry -> archive { writes: [load] }
forecaster -> stream { returns: [load] }
dispatch -> forecaster { returns: [forecast] }
