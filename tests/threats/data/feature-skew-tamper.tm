// fires: feature-skew-tamper@scorer->profiles
// draws: atlas:AML.T0043, owasp-ml-2023:ML01, owasp-dsgai-2026:DSGAI05, nist-ai-100-2:NISTAML.022, exchange:evasion, saif:riskModelEvasion
//   A fraudster browses and buys small things for a week, so that the counters in the profile
//   store look like an old customer's. The scorer looks the profile up, finds a history, and
//   lets the large order pass.

model "Order scoring" { owner: "Fraud team", catalog: 2026.1 }

orders order "Order"
logs clicks "Clicks and visits"
readings counters "Counters of a customer"
decisions score "Score"

end_user customer "Customer"

boundary shop "Shop" {
  trust: internal
  web_app site "Shop page"
  data_source ledger "Paid invoices" { stores: [counters] }
  data_ingestion nightly "Nightly job"
  feature_store profiles "Profile store" { stores: [counters] }
  inference_service scorer "Order scorer" { use: detection }
}

customer -> site { sends: [order, clicks], controls: [tls, auth] }
nightly -> ledger { returns: [counters] }
nightly -> profiles { writes: [counters] }
site -> profiles "counts" { writes: [clicks] }
scorer -> profiles "looks up" { returns: [counters, clicks] }
site -> scorer { sends: [order], returns: [score] }
