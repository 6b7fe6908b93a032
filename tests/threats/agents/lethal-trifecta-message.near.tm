// silent: lethal-trifecta
//   The same tool sends messages to clerks alone, who stand inside. The customer reads in her ticket what a clerk wrote.

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
  staff clerk "Clerk"
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
sender -> clerk "sends" { sends: [note] }
