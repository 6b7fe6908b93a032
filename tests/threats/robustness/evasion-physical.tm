// fires: evasion-physical@watcher
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, exchange:evasion, saif:riskModelEvasion, atlas:AML.T0041
//   Somebody who wants to walk through the yard at night wears a jacket with a printed pattern. The camera
//   sends a true picture, and the model sees a bush where people see a person.

model "Yard watch" { owner: "Site security", catalog: 2026.1 }
readings scene "What is in the yard" { class: public }
readings frames "Camera frames" { personal: true }
decisions alarm "Person or not" { from: [frames] }
physical_environment yard "Yard"
boundary site "Site network" {
  trust: internal
  iot_sensor camera "Yard camera"
  inference_service watcher "Person detector" {
    modality: image
    use: detection
    deployed: premises
  }
  dashboard desk "Guard's screen" { controls: [auth] }
}
camera -> yard { returns: [scene] }
watcher -> camera { returns: [frames] }
watcher -> desk { sends: [alarm] }
