// silent: model-inversion
//   The clinic belongs to the same house as the center: who asks there may look at the scans as well.

model "Scan reading" { owner: "Two hospitals", catalog: 2026.1 }

training_set scans "Scans" { class: confidential, personal: true }
readings scan "New scan" { class: confidential, personal: true }
weights joint "Joint model" { from: [scans] }
decisions finding "Marked regions" { from: [scan] }

boundary clinic "Clinic" {
  trust: internal
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
