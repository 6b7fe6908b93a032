// fires: output-integrity@eye->brake
// draws: owasp-ml-2023:ML09, nist-ai-100-2:NISTAML.02, exchange:genericsecthreats
//   Somebody plugs a small device into the truck's bus. It waits for the message with the distance to the car
//   in front and answers first with a larger one; the brake control cannot tell who sent which.

model "Truck braking" { owner: "Driver assistance", catalog: 2026.1 }
readings frames "Camera frames" { availability: high }
decisions distance "Distance ahead" { from: [frames], integrity: high }
logs faults "Faults"
boundary truck "Truck" {
  trust: internal
  iot_sensor camera "Front camera"
  edge_device eye "Distance estimator" { modality: image }
  process brake "Brake control"
}
boundary depot "Depot" {
  trust: internal
  log_store archive "Fault archive" { controls: [log_protection] }
}
eye -> camera { returns: [frames] }
eye -> brake { sends: [distance] }
brake -> archive { writes: [faults], controls: [tls] }
