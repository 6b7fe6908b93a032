// silent: edge-reverse
//   The app sends the photo to a service and keeps no model: there is nothing on the phone to unpack.

model "Plant doctor app" { owner: "Garden apps", catalog: 2026.1 }
readings photo "Photo of a leaf" { class: public }
weights leaf "Leaf model"
decisions illness "Illness" { from: [photo] }
end_user gardener "Gardener"
boundary phone "Gardener's phone" {
  trust: untrusted
  mobile_app app "Plant doctor"
}
boundary cloud "Cloud account" {
  trust: internal
  model_registry models "Model registry" { stores: [leaf], controls: [access_control] }
  inference_service updates "Leaf service" { modality: image, controls: [auth] }
}
gardener -> app { sends: [photo], returns: [illness] }
app -> updates { sends: [photo], returns: [illness], controls: [tls] }
updates -> models { returns: [leaf] }
