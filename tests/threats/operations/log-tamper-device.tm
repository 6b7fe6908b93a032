// fires: log-tamper@recorder
// draws: exchange:genericsecthreats
//   After an accident the owner of the scooter connects a laptop and clears what its computer wrote in the
//   last minute. What is left says that the warning came in time; the maker can show nothing else.

model "Scooter assistant" { owner: "Safety", catalog: 2026.1 }
readings frames "Camera frames"
decisions warning "Warning" { from: [frames] }
logs rides "Ride record"
boundary scooter "Scooter" {
  trust: untrusted
  iot_sensor camera "Camera"
  edge_device computer "Scooter computer" { modality: image }
  log_store recorder "Ride recorder"
}
boundary maker "Maker" {
  trust: internal
  gateway door "Service gateway" { controls: [auth] }
}
computer -> camera { returns: [frames] }
computer -> recorder { writes: [rides] }
door -> recorder "reads at service" { returns: [rides], controls: [tls] }
computer -> door { sends: [warning], controls: [tls] }
