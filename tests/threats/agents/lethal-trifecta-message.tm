// fires: lethal-trifecta@helper
// draws: owasp-llm-2025:LLM01, owasp-llm-2025:LLM02, owasp-agentic:ASI01, owasp-agentic:T2
//   The agent of a shop reads what customers write and looks up orders; a tool of its own sends messages to customers.
//   One writes in a ticket that the orders of all go to her, and the tool sends them.

model "Shop messages" { owner: "Support", catalog: 2026.1 }

documents tickets "Tickets"
documents orders "Orders of all customers" { class: confidential, personal: true }
prompts plan "Plan" { from: [tickets] }
answers note "Message" { from: [tickets, orders] }

end_user buyer "Customer"

boundary desk "Help desk in the cloud" {
  trust: partner
  ticket_system queue "Tickets"
}
boundary company "Company" {
  trust: internal
  agent helper "Ticket agent"
  llm planner "Own model"
  document_store ledger "Orders" { stores: [orders] }
  tool sender "Message sender"
}

buyer -> queue "writes" { writes: [tickets], controls: [tls] }
helper -> queue "takes the next" { returns: [tickets], controls: [tls] }
helper -> planner { sends: [plan, orders], returns: [note] }
helper -> ledger "looks up" { returns: [orders] }
helper -> sender "has a message sent" { sends: [note] }
sender -> buyer "sends" { sends: [note], controls: [tls] }
