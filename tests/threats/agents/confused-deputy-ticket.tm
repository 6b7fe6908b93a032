// fires: confused-deputy@helper->queue
// draws: owasp-agentic:ASI03, owasp-agentic:T3, owasp-llm-2025:LLM06, atlas:AML.T0053, saif:riskAgenticDelegationConfusedDeputy
//   A customer writes a ticket about somebody else's order. The agent takes it up as its work, looks the order up
//   with its own account and puts it into the answer.

model "Ticket agent" { owner: "Support", catalog: 2026.1 }

documents tickets "Tickets"
documents orders "Orders of all customers" { class: confidential, personal: true }
prompts plan "Plan" { from: [tickets] }
answers note "Answer to a ticket" { from: [tickets, orders] }

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
helper -> planner { sends: [plan, orders], returns: [note] }
helper -> ledger "looks up" { returns: [orders], controls: [tls] }
clerk -> helper "reads drafts" { returns: [note] }
