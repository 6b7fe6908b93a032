// fires: evasion-blackbox@detector
// draws: owasp-ml-2023:ML01, exchange:transferattack, exchange:partialknowledgeevasion, nist-ai-100-2:NISTAML.022, saif:riskModelEvasion, atlas:AML.T0043.002
//   The paper about the detector names its architecture and the public pictures it was trained on. Somebody
//   trains a model like it at home, finds a pattern that fools that one, and uploads it once: three times in
//   four it fools the real one, too.

model "Forged banknotes" { owner: "Central bank", catalog: 2026.1 }
readings scan "Scan of a note" { class: internal }
decisions verdict "Genuine or forged" { from: [scan] }
partner dealer "Cash handler"
boundary bank "Central bank" {
  trust: internal
  gateway door "Upload" { controls: [auth, rate_limit] }
  inference_service detector "Forgery detector" { modality: image, use: detection }
}
dealer -> door { sends: [scan], returns: [verdict], controls: [tls] }
door -> detector { sends: [scan], returns: [verdict] }
