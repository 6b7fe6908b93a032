// fires: data-pipeline-outage@nightly
// draws: atlas:AML.T0029, owasp-dsgai-2026:DSGAI17, nist-ai-100-2:NISTAML.01, saif:riskDenialOfMLService
//   One source sends a record that the job cannot read, and the job stops in the middle of the
//   night. The profiles that the scorer looks up stay as they were yesterday, and new accounts
//   have none.

model "Profiles by night" { owner: "Fraud team", catalog: 2026.1 }

readings counters "Counters of a customer"
decisions score "Score"

partner shop "Partner shop"

boundary core "Core" {
  trust: internal
  data_ingestion nightly "Nightly job"
  feature_store profiles "Profile store" { stores: [counters] }
  inference_service scorer "Scorer"
  business_app checkout "Checkout"
}

nightly -> shop "collects" { returns: [counters], controls: [tls, mutual_auth] }
nightly -> profiles { writes: [counters] }
scorer -> profiles "looks up" { returns: [counters] }
checkout -> scorer { returns: [score] }
