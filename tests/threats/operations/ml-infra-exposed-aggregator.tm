// fires: ml-infra-exposed@mean
// draws: atlas:AML.T0049, owasp-api-2023:API8, exchange:genericsecthreats
//   The server that sites send updates to also answers on its management port, as it was set up for the pilot. From a
//   hospital's network somebody starts a job on it and reads every update.

model "Scan reading" { owner: "Two hospitals", catalog: 2026.1 }

training_set scans "Scans" { class: confidential, personal: true }
weights update "Update" { from: [scans] }
weights joint "Joint model" { from: [update] }

boundary hospital "Hospital" {
  trust: partner
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
