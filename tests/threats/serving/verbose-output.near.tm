// silent: verbose-output
//   A gateway stands between dealers and the endpoint and decides what goes out: what the model says, it says
//   to the gateway.

model "Invoice check" { owner: "Accounts payable", catalog: 2026.1 }
documents invoice "Invoice" { class: confidential }
decisions verdict "Genuine or forged" { from: [invoice] }
partner dealer "Dealer"
boundary office "Head office" {
  trust: internal
  gateway door "Dealer gateway" { controls: [auth] }
  inference_api scorer "Scoring endpoint" { modality: image }
}
dealer -> door { sends: [invoice], returns: [verdict], controls: [tls] }
door -> scorer { sends: [invoice], returns: [verdict] }
