// fires: remote-code-on-data@site->center
// draws: atlas:AML.T0010.001, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.05, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent, linddun:DD
//   Somebody gets into the coordinator's account and adds two lines to the round's script that
//   put raw records into the metrics. Each bank's site downloads the script and runs it beside
//   the transactions that may not leave the bank.

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
site -> center "round" { sends: [update], returns: [joint, round], controls: [tls, mutual_auth] }
