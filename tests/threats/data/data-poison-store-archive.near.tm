// silent: data-poison-store
//   The archive is the same, but training does not read it: the site learns from scans that a program has drawn.

model "Scan reading" { owner: "Two hospitals", catalog: 2026.1 }

training_set scans "Scans" { class: confidential, personal: true }
synthetic_set drawn "Drawn scans"
weights update "Update" { from: [drawn] }
weights joint "Joint model" { from: [update] }

boundary hospital "Hospital" {
  trust: partner
  admin_user keeper "Keeper of the archive"
  data_source archive "Imaging archive" { stores: [scans] }
  federated_client site "Training site" { holds: [drawn] }
  staff doctor "Doctor"
}
boundary center "Center" {
  trust: internal
  federated_aggregator mean "Aggregation server"
  model_registry models "Joint models"
}

keeper -> archive "curates" { writes: [scans] }
doctor -> archive "looks up" { returns: [scans] }
site -> mean "round" { sends: [update], controls: [tls, mutual_auth] }
mean -> models { writes: [joint] }
