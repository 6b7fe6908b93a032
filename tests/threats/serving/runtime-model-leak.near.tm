// silent: runtime-model-leak
//   The model runs at the vendor and the plant calls it: the weights never lie on a machine of the
//   customer's.

model "Forecasts in the plant" { owner: "Forecasting", catalog: 2026.1 }
readings values "Sensor values"
decisions forecast "Forecast" { from: [values] }
weights model "Forecasting model" { class: confidential }
boundary plant "Customer's plant" {
  trust: partner
  business_app control "Plant control"
}
boundary vendor "Vendor" {
  trust: internal
  inference_service box "Forecasting server"
  model_registry models "Model registry" { stores: [model], controls: [access_control, signing] }
}
control -> box { sends: [values], returns: [forecast], controls: [tls, mutual_auth] }
box -> models "loads" { returns: [model], controls: [tls, mutual_auth] }
