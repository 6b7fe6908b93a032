// fires: model-inversion@reader
// draws: atlas:AML.T0024.001, owasp-ml-2023:ML03, nist-ai-100-2:NISTAML.032, exchange:modelinversionandmembership
//   The clinic has the model itself. Whoever works there changes a picture step by step toward the highest score, until
//   it looks like a scan that the model was trained on.

model "Scan reading" { owner: "Two hospitals", catalog: 2026.1 }

training_set scans "Scans" { class: confidential, personal: true }
readings scan "New scan" { class: confidential, personal: true }
weights joint "Joint model" { from: [scans] }
decisions finding "Marked regions" { from: [scan] }

boundary clinic "Clinic" {
  trust: partner
  staff doctor "Doctor"
  inference_service reader "Reading aid" { modality: image, deployed: premises }
}
boundary center "Center" {
  trust: internal
  training_store archive "Scans of all clinics" { stores: [scans] }
  training trainer "Training"
  model_registry models "Joint models"
}

trainer -> archive { returns: [scans] }
trainer -> models { writes: [joint] }
doctor -> reader "asks" { sends: [scan], returns: [finding] }
reader -> models "loads" { returns: [joint], controls: [tls, mutual_auth] }
