// silent: evasion-blackbox
//   The scans are only filed and a receipt comes back: no decision is made that a pattern could turn.

model "Archive of banknotes" { owner: "Central bank", catalog: 2026.1 }
readings scan "Scan of a note" { class: internal }
documents verdict "Receipt" { class: internal }
partner dealer "Cash handler"
boundary bank "Central bank" {
  trust: internal
  gateway door "Upload" { controls: [auth, rate_limit] }
  inference_service detector "Scan archive page" { modality: image }
}
dealer -> door { sends: [scan], returns: [verdict], controls: [tls] }
door -> detector { sends: [scan], returns: [verdict] }
