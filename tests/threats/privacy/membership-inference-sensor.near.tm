// silent: membership-inference
//   The model learned from pictures of people and what it finds is shown to a stranger, but it looks through a camera of
//   its own: nobody can hand it a record and ask again.

model "Parking aid" { owner: "Body electronics", catalog: 2026.1 }

training_set drives "Recorded drives" { class: confidential, personal: true }
weights model "Trained model" { from: [drives] }
readings frames "Frames" { personal: true }
decisions people "People seen" { from: [frames] }

end_user driver "Driver"

boundary car "Vehicle" {
  trust: internal
  iot_sensor camera "Camera"
  inference_service finder "Finder" { modality: image, holds: [model] }
  process screen "Screen"
}

finder -> camera { returns: [frames] }
finder -> screen { sends: [people] }
screen -> driver "shows" { sends: [people] }
