// silent: tool-misuse
//   The order goes to a clerk, who reads it and pays. A person who is shown an order is no tool; whether the right
//   order is shown is approval-spoof.

model "Payment proposals" { owner: "Accounts", catalog: 2026.1 }

documents invoice "Invoice" { class: confidential }
orders transfer "Transfer" { from: [invoice] }

end_user supplier "Supplier"

boundary company "Company" {
  trust: internal
  human_reviewer clerk "Clerk"
  web_app portal "Invoice portal"
  agent payer "Payment agent"
  llm model "Own model"
}

supplier -> portal "sends an invoice" { sends: [invoice], controls: [tls, auth] }
portal -> payer { sends: [invoice] }
payer -> model "reads" { sends: [invoice], returns: [transfer] }
payer -> clerk "proposes" { sends: [transfer] }
