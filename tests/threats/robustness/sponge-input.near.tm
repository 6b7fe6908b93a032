// silent: sponge-input
//   The camera looks at the drone's own engine, where no stranger can put anything: what the model reads
//   comes from within.

model "Delivery drone" { owner: "Flight systems", catalog: 2026.1 }
readings frames "Camera frames" { availability: high }
decisions obstacles "Wear" { from: [frames], availability: high }
logs trip "Trip record"
boundary drone "Drone" {
  trust: internal
  iot_sensor camera "Camera in the engine bay"
  edge_device tracker "Wear detector" { modality: video }
  process pilot "Flight control"
}
boundary ground "Ground station" {
  trust: internal
  log_store records "Trip records" { controls: [log_protection] }
}
tracker -> camera { returns: [frames] }
tracker -> pilot { sends: [obstacles] }
pilot -> records { writes: [trip], controls: [tls] }
