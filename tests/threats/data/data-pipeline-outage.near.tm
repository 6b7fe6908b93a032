// silent: data-pipeline-outage
//   Dispatch reads the stream and asks the forecaster with the values it has, so it knows how
//   old they are; the model does not hang on the pipeline.

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
dispatch -> stream { returns: [load] }
entry -> stream { writes: [load] }
entry -> archive { writes: [load] }
dispatch -> forecaster { sends: [load], returns: [forecast] }
