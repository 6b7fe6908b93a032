// silent: federated-malicious-client
//   Phones send counts of taps, of which the coordinator makes statistics; no phone can hand in
//   weights.

model "Keyboard suggestions" { owner: "Keyboard team", catalog: 2026.1 }

training_set typed "What people type" { class: confidential, personal: true }
weights shared "Shared model"
logs counts "Counts of taps"

boundary phones "Phones" {
  trust: partner
  apart: true
  training_store keyboard "Typing history" { stores: [typed] }
  federated_client phone "Phone"
}

boundary center "Coordinator" {
  trust: internal
  federated_aggregator aggregator "Aggregator"
  model_registry registry "Model registry" { stores: [shared] }
}

phone -> keyboard { returns: [typed] }
phone -> aggregator "takes part" { sends: [counts], returns: [shared], controls: [tls] }
aggregator -> registry { writes: [shared] }
