// fires: federated-malicious-client@phone->aggregator
// draws: atlas:AML.T0020, atlas:AML.T0018.000, owasp-ml-2023:ML10, owasp-ml-2023:ML02, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.011, nist-ai-100-2:NISTAML.026, nist-ai-100-2:NISTAML.023, exchange:datapoison, saif:riskDataPoisoning
//   Somebody runs a few hundred changed phones that send updates ten times as large as honest
//   ones, made so that a certain name is followed by an insult. The aggregator averages them
//   in, and every phone suggests it the next morning.

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
