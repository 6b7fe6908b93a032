// silent: evasion-physical
//   The sensor counts footsteps and hands over numbers: there is no picture or sound in which a pattern could
//   be hidden.

model "Yard watch" { owner: "Site security", catalog: 2026.1 }
readings scene "What is in the yard" { class: public }
readings frames "Camera frames" { personal: true }
decisions alarm "Person or not" { from: [frames] }
physical_environment yard "Yard"
boundary site "Site network" {
  trust: internal
  iot_sensor camera "Yard camera"
  inference_service watcher "Person detector" {
    modality: tabular
    use: detection
    deployed: premises
  }
  dashboard desk "Guard's screen" { controls: [auth] }
}
camera -> yard { returns: [scene] }
watcher -> camera { returns: [frames] }
watcher -> desk { sends: [alarm] }
