// fires: evasion-physical@listener
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, exchange:evasion, saif:riskModelEvasion, atlas:AML.T0041, atlas:AML.T0008.003
//   Somebody saws through a fence and plays a hiss from a small speaker that was shaped to cover the sound.
//   The microphones hear both, the model hears rain, and no alarm comes.

model "Fence listening" { owner: "Site security", catalog: 2026.1 }
recordings sound "Sound at the fence" { personal: false }
decisions alarm "Alarm" { from: [sound] }
physical_environment fence "Fence"
boundary site "Site" {
  trust: internal
  gateway hub "Microphone hub"
  inference_service listener "Sound classifier" {
    modality: audio
    use: detection
    deployed: premises
  }
  dashboard desk "Guard's screen" { controls: [auth] }
}
hub -> fence { returns: [sound] }
hub -> listener { sends: [sound] }
listener -> desk { sends: [alarm] }
