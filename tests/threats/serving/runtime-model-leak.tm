// fires: runtime-model-leak@box
// draws: owasp-ml-2023:ML05, nist-ai-100-2:NISTAML.031, exchange:runtimemodelleak, saif:riskModelExfiltration, atlas:AML.T0044, atlas:AML.T0048.004
//   The forecasting model runs on a server in the customer's plant. An administrator there copies the disk
//   over a weekend; the plant goes on forecasting after the contract has ended, and so do its sister
//   companies.

model "Forecasts in the plant" { owner: "Forecasting", catalog: 2026.1 }
readings values "Sensor values"
decisions forecast "Forecast" { from: [values] }
weights model "Forecasting model" { class: confidential }
boundary plant "Customer's plant" {
  trust: partner
  business_app control "Plant control"
  inference_service box "Forecasting server" { deployed: premises }
}
boundary vendor "Vendor" {
  trust: internal
  model_registry models "Model registry" { stores: [model], controls: [access_control, signing] }
}
control -> box { sends: [values], returns: [forecast] }
box -> models "loads" { returns: [model], controls: [tls, mutual_auth] }
