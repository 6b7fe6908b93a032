// fires: runtime-model-tamper@reader
// draws: owasp-ml-2023:ML10, exchange:runtimemodelpoison, nist-ai-100-2:NISTAML.026, saif:riskModelDeploymentTampering, atlas:AML.T0018
//   The owner of a meter opens its housing, connects to the maintenance port and changes a few weights of the
//   model that reads the dial. Readings below a limit stay true, above it a tenth is missing; the self-test
//   finds nothing.

model "Water meters" { owner: "Metering", catalog: 2026.1 }
readings dial "Picture of the dial" { personal: true }
decisions volume "Volume used" { from: [dial], personal: true }
weights ocr "Dial reader" { integrity: high }
boundary home "Household" {
  trust: untrusted
  iot_sensor lens "Meter camera"
  edge_device reader "Meter computer" { modality: image, proprietary: false, holds: [ocr] }
}
boundary utility "Utility" {
  trust: internal
  business_app billing "Billing" { controls: [auth] }
}
reader -> lens { returns: [dial] }
reader -> billing { sends: [volume], controls: [tls, mutual_auth] }
