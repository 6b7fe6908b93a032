// silent: model-inversion
//   The driver sees what the camera's model found on the road and hands it nothing: nobody can change what it
//   sees step by step toward a face.

model "Parking assistance" { owner: "Driver assistance", catalog: 2026.1 }

readings scene "Street" { class: public }
readings frames "Camera frames" { personal: true }
training_set drives "Recorded drives" { personal: true }
weights model "Detector" { from: [drives] }
decisions objects "People and cars" { from: [frames] }

physical_environment street "Street"
end_user driver "Driver"

boundary car "Car" {
  trust: internal
  iot_sensor camera "Rear camera"
  edge_device detector "Detector" { modality: image, holds: [model] }
  web_app display "Display"
}

camera -> street { returns: [scene] }
detector -> camera { returns: [frames] }
detector -> display { sends: [objects] }
display -> driver "shows" { sends: [objects] }
