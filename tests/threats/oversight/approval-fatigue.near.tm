// silent: approval-fatigue
//   The clerk brings invoices in, and approves nothing: there is no row of questions to tire of.

model "Payment agent" { owner: "Accounts", catalog: 2026.1 }

documents invoice "Invoice" { class: confidential }
orders transfer "Transfers" { from: [invoice] }
answers summary "Monthly summary" { from: [invoice] }

end_user supplier "Supplier"
payment_service bank "Bank"

boundary company "Company" {
  trust: internal
  human_reviewer clerk "Clerk"
  web_app portal "Invoice portal"
  agent payer "Payment agent"
  llm model "Own model"
}

supplier -> portal "sends an invoice" { sends: [invoice], controls: [tls, auth] }
portal -> payer { sends: [invoice] }
payer -> model "reads" { sends: [invoice], returns: [transfer, summary] }
clerk -> portal "sends in by hand" { sends: [invoice] }
payer -> bank "pays" { sends: [transfer], controls: [tls] }
