// fires: verbose-output@scorer
// draws: owasp-api-2023:API3, nist-ai-100-2:NISTAML.025, exchange:zeroknowledgeevasion, atlas:AML.T0063
//   A dealer calls the scoring endpoint and gets all class scores with full precision, and for a broken file
//   the trace with paths and versions. The scores show how near a forged invoice came, and the next try goes
//   in that direction.

model "Invoice check" { owner: "Accounts payable", catalog: 2026.1 }
documents invoice "Invoice" { class: confidential }
decisions verdict "Genuine or forged" { from: [invoice] }
partner dealer "Dealer"
boundary office "Head office" {
  trust: internal
  inference_api scorer "Scoring endpoint" { modality: image, controls: [auth] }
}
dealer -> scorer { sends: [invoice], returns: [verdict], controls: [tls] }
