// silent: output-integrity
//   The model runs in the locked cabinet of a press, in the same zone as the brake: the decision crosses
//   nothing, and no stranger has the bus in the hand.

model "Press braking" { owner: "Plant safety", catalog: 2026.1 }
readings frames "Camera frames" { availability: high }
decisions distance "Hand in the press or not" { from: [frames], integrity: high }
logs faults "Faults"
boundary truck "Press hall" {
  trust: internal
  iot_sensor camera "Press camera"
  inference_service eye "Distance estimator" { modality: image, deployed: premises }
  process brake "Brake control"
}
boundary depot "Plant office" {
  trust: internal
  log_store archive "Fault archive" { controls: [log_protection] }
}
eye -> camera { returns: [frames] }
eye -> brake { sends: [distance] }
brake -> archive { writes: [faults], controls: [tls] }
