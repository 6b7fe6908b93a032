// silent: tool-command-injection
//   The tool asks an index of passages: its argument ends up in no command and no path.

model "File finder" { owner: "Support", catalog: 2026.1 }

documents ticket "Ticket" { class: internal }
tool_calls calls "Tool calls" { from: [ticket] }
tool_results hits "Files found" { class: internal }
documents manuals "Manuals" { class: internal }

anonymous_user customer "Customer"

boundary company "Company" {
  trust: internal
  ticket_system tickets "Tickets"
  agent helper "Support agent"
  llm model "Own model"
  mcp_server search "Passage search" { has_side_effects: false }
  vector_store disk "Index of manuals" { stores: [manuals] }
}

customer -> tickets "writes" { writes: [ticket], controls: [tls] }
helper -> tickets "reads" { returns: [ticket] }
helper -> model "plans" { sends: [ticket, hits], returns: [calls] }
helper -> search "looks for a passage" { sends: [calls], returns: [hits] }
search -> disk { returns: [manuals] }
