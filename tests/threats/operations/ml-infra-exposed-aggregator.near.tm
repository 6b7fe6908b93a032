// silent: ml-infra-exposed
//   Both sites and the server stand in one network of one house; nobody else can call it.

model "Scan reading" { owner: "One hospital", catalog: 2026.1 }

training_set scans "Scans" { class: confidential, personal: true }
weights update "Update" { from: [scans] }
weights joint "Joint model" { from: [update] }

boundary hospital "Hospital" {
  trust: internal
  admin_user keeper "Keeper of the archive"
  data_source archive "Imaging archive" { stores: [scans] }
  federated_client site "Training site"
}
boundary center "Center" {
  trust: internal
  federated_aggregator mean "Aggregation server"
  model_registry models "Joint models"
}

keeper -> archive "curates" { writes: [scans] }
site -> archive { returns: [scans] }
site -> mean "round" { sends: [update], controls: [tls, mutual_auth] }
mean -> models { writes: [joint] }
