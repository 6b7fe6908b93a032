// silent: lethal-trifecta
//   The agent takes tickets from where strangers write them and writes nothing there; what it drafts goes to a clerk.
//   No way leads out.

model "Ticket drafts" { owner: "Support", catalog: 2026.1 }

documents tickets "Tickets"
documents orders "Orders of all customers" { class: confidential, personal: true }
prompts plan "Plan" { from: [tickets] }
answers note "Draft" { from: [tickets, orders] }

end_user buyer "Customer"

boundary desk "Help desk in the cloud" {
  trust: partner
  ticket_system queue "Tickets"
}
boundary company "Company" {
  trust: internal
  staff clerk "Clerk"
  agent helper "Ticket agent"
  llm planner "Own model"
  document_store ledger "Orders" { stores: [orders] }
}

buyer -> queue "writes" { writes: [tickets], controls: [tls] }
helper -> queue "takes the next" { returns: [tickets], controls: [tls] }
helper -> planner { sends: [plan, orders], returns: [note] }
helper -> ledger "looks up" { returns: [orders] }
clerk -> helper "reads drafts" { returns: [note] }
