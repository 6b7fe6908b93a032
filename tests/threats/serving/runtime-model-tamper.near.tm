// silent: runtime-model-tamper
//   The meter only sends the picture; the model that reads it runs at the utility, where no householder can
//   lay hands on it.

model "Water meters" { owner: "Metering", catalog: 2026.1 }
readings dial "Picture of the dial" { personal: true }
decisions volume "Volume used" { from: [dial], personal: true }
weights ocr "Dial reader" { integrity: high }
boundary home "Household" {
  trust: untrusted
  iot_sensor lens "Meter camera"
}
boundary utility "Utility" {
  trust: internal
  inference_service reader "Dial reading" { modality: image, proprietary: false, holds: [ocr] }
  business_app billing "Billing" { controls: [auth] }
}
lens -> reader { sends: [dial], controls: [tls, mutual_auth] }
reader -> billing { sends: [volume] }
