// silent: model-inversion
//   Only the door control in the house asks, and scores arrive nowhere else.

model "Door by face" { owner: "Housing", catalog: 2026.1 }

training_set faces "Photographs of tenants" { personal: true }
weights model "Face model" { from: [faces] }
readings face "Face at the door" { personal: true }
decisions flat "Flat and score" { from: [face] }

boundary rooms "Offices" {
  trust: internal
  process door "Door control"
}

boundary housing "Housing company" {
  trust: internal
  inference_service recognizer "Face recognizer" { modality: image, use: biometric }
  model_storage store "Model files" { stores: [model] }
}

door -> recognizer "asks" { sends: [face], returns: [flat], controls: [tls, mutual_auth] }
recognizer -> store "loads" { returns: [model] }
