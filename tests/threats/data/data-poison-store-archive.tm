// fires: data-poison-store@archive
// draws: atlas:AML.T0020, owasp-ml-2023:ML02, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.013, exchange:datapoison
//   The keeper, or who has the keeper's password, changes scans in the archive. The hospital's update teaches the
//   joint model what they show, and the center can't look at them.

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
