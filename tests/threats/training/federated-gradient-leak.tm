// fires: federated-gradient-leak@phone->aggregator
// draws: atlas:AML.T0024.001, owasp-ml-2023:ML03, owasp-dsgai-2026:DSGAI18, nist-ai-100-2:NISTAML.032, exchange:modelinversionandmembership, saif:riskFederatedDistributedTrainingPrivacy, linddun:DD
//   Somebody who operates the aggregator keeps single updates before they are averaged. Each
//   was computed from a few hundred words of one person, and an optimizer recovers whole
//   sentences of them.

model "Keyboard suggestions" { owner: "Keyboard team", catalog: 2026.1 }

training_set typed "What people type" { class: confidential, personal: true }
weights shared "Shared model"
weights update "Update of a phone" { from: [typed] }
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
phone -> aggregator "takes part" { sends: [update, counts], returns: [shared], controls: [tls] }
aggregator -> registry { writes: [shared] }
