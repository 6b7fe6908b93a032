// silent: evasion-whitebox
//   The classifier is the insurer's own and its weights are nowhere to be had: a customer can only send one
//   photo after another, which is evasion-blackbox.

model "Claims by photo" { owner: "Claims", catalog: 2026.1 }
readings photo "Photo of the damage" { personal: true }
weights published "Own classifier" { class: confidential }
decisions verdict "Damage class" { from: [photo] }
end_user customer "Customer"
boundary cloud "Cloud account" {
  trust: internal
  gateway door "Claims API" { controls: [auth] }
  inference_service reader "Damage classifier" { modality: image, holds: [published] }
}
customer -> door { sends: [photo], returns: [verdict], controls: [tls] }
door -> reader { sends: [photo], returns: [verdict] }
