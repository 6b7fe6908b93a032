// silent: goal-hijack
//   Only colleagues write tickets, and the model is the company's own: nobody outside has a way to put another goal
//   in.

model "Ticket agent" { owner: "Support", catalog: 2026.1 }

documents ticket "Ticket" { class: internal }
tool_calls calls "Tool calls" { from: [ticket] }
tool_results results "Tool results" { class: internal }

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  ticket_system tickets "Tickets"
  agent helper "Ticket agent"
  mcp_server desk "Case server"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

colleague -> tickets "writes" { writes: [ticket] }
helper -> tickets "reads" { returns: [ticket] }
helper -> model "plans" { sends: [ticket, results], returns: [calls] }
helper -> desk "changes a case" { sends: [calls], returns: [results] }
