// fires: flow-repudiation@clinic->mean
// draws: cwe:778
//   The joint model gets worse after a round. Ten clinics sent updates; each says that theirs was clean, and
//   the center has kept the mean and not who sent what. Nobody can be left out, so all rounds since are
//   thrown away.

model "Joint training" { owner: "Clinics", catalog: 2026.1 }
training_set scans "Scans of the clinic" { class: confidential, personal: true }
weights update "Update" { from: [scans] }
boundary site "Clinic" {
  trust: partner
  apart: true
  data_source archive "Scan archive" { stores: [scans] }
  federated_client clinic "Clinic's training"
}
boundary center "Center" {
  trust: internal
  federated_aggregator mean "Aggregation"
}
clinic -> archive { returns: [scans] }
clinic -> mean { sends: [update], controls: [tls, mutual_auth] }
