// silent: store-destroy
//   Scans only wait in a queue on their way to training; the archive of the clinic has them still, and can
//   send them again.

model "Scan training" { owner: "Radiology research", catalog: 2026.1 }
training_set scans "Labelled scans" { class: confidential, personal: true, availability: high }
boundary clinic "Clinic" {
  trust: internal
  business_app archive "Scan archive"
}
boundary lab "Laboratory" {
  trust: restricted
  message_queue corpus "Waiting scans" { controls: [access_control, encryption_at_rest] }
  training trainer "Training"
}
archive -> corpus { writes: [scans], controls: [tls, mutual_auth] }
trainer -> corpus { returns: [scans] }
