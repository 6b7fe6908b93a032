// fires: approval-fatigue@clerk
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI09, owasp-agentic:T10, saif:riskRogueActions
//   Every transfer of the agent waits for one clerk, three hundred a day. A fraudster orders on a Friday afternoon
//   when most come, and the transfer is approved like all others.

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
payer -> clerk "asks to approve" { sends: [transfer] }
payer -> bank "pays" { sends: [transfer], controls: [tls] }
