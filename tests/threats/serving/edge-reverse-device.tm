// fires: edge-reverse@box
// draws: owasp-ml-2023:ML05, nist-ai-100-2:NISTAML.031, exchange:runtimemodelleak, saif:riskModelReverseEngineering, atlas:AML.T0044
//   A maker of cheaper speakers buys one, opens it, reads the flash chip and has the wake-word model that
//   took two years; its next product answers to the same word, as well and as fast.

model "Speaker" { owner: "Devices", catalog: 2026.1 }
recordings sound "Sound of the room"
weights wake "Wake-word model"
decisions heard "Wake word heard" { from: [sound] }
boundary living "Living room" {
  trust: untrusted
  iot_sensor microphone "Microphone"
  edge_device box "Speaker" { modality: audio, holds: [wake] }
}
boundary cloud "Cloud account" {
  trust: internal
  gateway door "Voice gateway" { controls: [auth] }
}
box -> microphone { returns: [sound] }
box -> door { sends: [heard], controls: [tls, mutual_auth] }
