// silent: feature-skew-tamper
//   Profiles are counted at night from paid invoices alone. What somebody clicks or visits does
//   not move them.

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
scorer -> profiles "looks up" { returns: [counters] }
site -> scorer { sends: [order], returns: [score] }
