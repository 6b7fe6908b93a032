// fires: evasion-whitebox@reader
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, exchange:perfectknowledgeevasion, saif:riskModelEvasion, atlas:AML.T0043.000, atlas:AML.T0044
//   The claims service runs a damage classifier that everybody can download. A customer loads the same
//   weights at home, computes a pattern with their gradients that turns "scratch" into "total loss", lays it
//   over a photo, and sends the photo once.

model "Claims by photo" { owner: "Claims", catalog: 2026.1 }
readings photo "Photo of the damage" { personal: true }
weights published "Published classifier" { class: public }
decisions verdict "Damage class" { from: [photo] }
end_user customer "Customer"
boundary cloud "Cloud account" {
  trust: internal
  gateway door "Claims API" { controls: [auth] }
  inference_service reader "Damage classifier" {
    modality: image
    proprietary: false
    holds: [published]
  }
}
customer -> door { sends: [photo], returns: [verdict], controls: [tls] }
door -> reader { sends: [photo], returns: [verdict] }
