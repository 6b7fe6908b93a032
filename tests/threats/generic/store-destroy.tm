// fires: store-destroy@corpus
// draws: exchange:genericsecthreats, saif:riskDenialOfMLService, owasp-dsgai-2026:DSGAI17
//   A clean-up job runs with the wrong path under the administrator's key and deletes ten years of labelled
//   scans. There is no copy; the next version of the model can't be trained, and the scans can't be made
//   again.

model "Scan training" { owner: "Radiology research", catalog: 2026.1 }
training_set scans "Labelled scans" { class: confidential, personal: true, availability: high }
boundary clinic "Clinic" {
  trust: internal
  business_app archive "Scan archive"
}
boundary lab "Laboratory" {
  trust: restricted
  training_data corpus "Labelled scans" { controls: [access_control, encryption_at_rest] }
  training trainer "Training"
}
archive -> corpus { writes: [scans], controls: [tls, mutual_auth] }
trainer -> corpus { returns: [scans] }
