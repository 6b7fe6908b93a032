// silent: federated-gradient-leak
//   Phones train on word lists that were published with the app. An update shows nothing about
//   the person who owns the phone.

model "Keyboard suggestions" { owner: "Keyboard team", catalog: 2026.1 }

training_set typed "Word lists" { class: public }
weights shared "Shared model"
weights update "Update of a phone" { from: [typed] }
logs counts "Counts of taps"

boundary phones "Phones" {
  trust: partner
  apart: true
  training_store keyboard "Word lists of the phone" { stores: [typed] }
  federated_client phone "Phone"
}

boundary center "Coordinator" {
  trust: internal
  federated_aggregator aggregator "Aggregator"
  model_registry registry "Model registry" { stores: [shared] }
}

phone -> keyboard { returns: [typed] }
phone -> aggregator "takes part" { sends: [update, counts], returns: [shared], controls: [tls] }
aggregator -> registry { writes: [shared] }
