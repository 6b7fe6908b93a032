// silent: remote-code-on-data
//   The site gets a model and nothing else; what runs on the ledger was installed and reviewed
//   by the bank. The script only runs in the center.

model "Joint fraud training" { owner: "Bank consortium", catalog: 2026.1 }

training_set payments "Transactions" { class: confidential, personal: true }
weights joint "Joint model"
weights update "Update of a bank" { from: [payments] }
code round "Script of the round"

boundary bank "Bank" {
  trust: partner
  apart: true
  data_source ledger "Ledger" { stores: [payments] }
  federated_client site "Training site"
}

boundary consortium "Coordinator" {
  trust: internal
  federated_aggregator center "Center"
  code_repo scripts "Scripts" { stores: [round] }
}

site -> ledger { returns: [payments] }
center -> scripts { returns: [round] }
site -> center "round" { sends: [update], returns: [joint], controls: [tls, mutual_auth] }
