// fires: sponge-input@tracker
// draws: nist-ai-100-2:NISTAML.014, owasp-ml-2023:ML01, exchange:airesourceexhaustion, saif:riskDenialOfMLService, atlas:AML.T0029
//   Somebody hangs a banner over the street that is printed with hundreds of shapes which look like road
//   users. The drone's detector keeps them all as candidates, each frame takes many times as long, and
//   battery and deadline are gone.

model "Delivery drone" { owner: "Flight systems", catalog: 2026.1 }
readings scene "Street below" { class: public }
readings frames "Camera frames" { availability: high }
decisions obstacles "Obstacles" { from: [frames], availability: high }
logs trip "Trip record"
physical_environment street "Street"
boundary drone "Drone" {
  trust: internal
  iot_sensor camera "Down camera"
  edge_device tracker "Obstacle detector" { modality: video }
  process pilot "Flight control"
}
boundary ground "Ground station" {
  trust: internal
  log_store records "Trip records" { controls: [log_protection] }
}
camera -> street { returns: [scene] }
tracker -> camera { returns: [frames] }
tracker -> pilot { sends: [obstacles] }
pilot -> records { writes: [trip], controls: [tls] }
