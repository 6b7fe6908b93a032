// silent: data-poison-feedback
//   Cardholders tell their bank what they did not buy, and the bank looks into each case before it passes anything on.
//   What they tell it is the bank's to check; what it passes on is signed off by people.

model "Card fraud" { owner: "Payments", catalog: 2026.1 }

labels dispute "Disputes" { personal: true }
labels chargeback "Chargebacks" { personal: true }
weights scorer "Fraud model"

end_user cardholder "Cardholder"

boundary bank "Issuing bank" {
  trust: partner
  business_app desk "Dispute desk"
}

boundary processor "Processor" {
  trust: internal
  database ledger "Chargebacks" { stores: [chargeback] }
  training trainer "Weekly training"
  model_registry models "Models" { stores: [scorer] }
}

cardholder -> desk "disputes" { sends: [dispute], controls: [tls] }
desk -> ledger "charges back" { writes: [chargeback], controls: [tls, mutual_auth] }
trainer -> ledger { returns: [chargeback] }
trainer -> models { writes: [scorer] }
