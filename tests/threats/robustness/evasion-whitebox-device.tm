// fires: evasion-whitebox@scanner
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, exchange:perfectknowledgeevasion, saif:riskModelEvasion, atlas:AML.T0044
//   The ticket gate in a car park carries its model. Somebody buys a used gate, reads the weights out of it,
//   and computes a sticker for the number plate that every gate of the kind reads as another number.

model "Parking gates" { owner: "Parking", catalog: 2026.1 }
readings plate "Picture of the plate" { personal: true }
decisions number "Number plate" { from: [plate] }
weights ocr "Plate reader"
physical_environment lane "Entry lane"
boundary gate "Gate" {
  trust: internal
  iot_sensor camera "Gate camera"
  edge_device scanner "Gate computer" { modality: image, holds: [ocr] }
}
boundary office "Billing" {
  trust: internal
  business_app billing "Parking accounts"
}
camera -> lane { returns: [plate] }
scanner -> camera { returns: [plate] }
scanner -> billing { sends: [number], controls: [tls, mutual_auth] }
