// silent: confused-deputy
//   The agent has no way to orders, which the clerk looks up: there is nothing that it could lend.

model "Ticket agent" { owner: "Support", catalog: 2026.1 }

documents tickets "Tickets"
documents orders "Orders of all customers" { class: confidential, personal: true }
prompts plan "Plan" { from: [tickets] }
answers note "Answer to a ticket" { from: [tickets] }

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
}
boundary core "Core systems" {
  trust: restricted
  database ledger "Order database" { stores: [orders] }
}

buyer -> queue "writes" { writes: [tickets], controls: [tls] }
helper -> queue "takes the next" { returns: [tickets], controls: [tls] }
helper -> planner { sends: [plan], returns: [note] }
clerk -> ledger "looks up" { returns: [orders], controls: [tls] }
clerk -> helper "reads drafts" { returns: [note] }
