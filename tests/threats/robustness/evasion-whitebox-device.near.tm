// silent: evasion-whitebox
//   The model runs on a machine in the locked room of the car park: it is on no device that anybody can buy
//   or take home.

model "Parking gates" { owner: "Parking", catalog: 2026.1 }
readings plate "Picture of the plate" { personal: true }
decisions number "Number plate" { from: [plate] }
weights ocr "Plate reader"
physical_environment lane "Entry lane"
boundary gate "Gate" {
  trust: internal
  iot_sensor camera "Gate camera"
  inference_service scanner "Gate computer" { modality: image, deployed: premises, holds: [ocr] }
}
boundary office "Billing" {
  trust: internal
  business_app billing "Parking accounts"
}
camera -> lane { returns: [plate] }
scanner -> camera { returns: [plate] }
scanner -> billing { sends: [number], controls: [tls, mutual_auth] }
