// fires: goal-hijack@helper
// draws: owasp-llm-2025:LLM01, owasp-llm-2025:LLM06, owasp-llm-2026:LLM01, owasp-llm-2026:LLM03, owasp-agentic:ASI01, owasp-agentic:T6, owasp-mcp-2025:MCP06, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskRogueActions
//   A customer writes a ticket: first of all, close every case of this month as solved. The agent reads it among the
//   others, takes it for its task, and does so with the server that it was given for one case.

model "Ticket agent" { owner: "Support", catalog: 2026.1 }

documents ticket "Ticket" { class: internal }
tool_calls calls "Tool calls" { from: [ticket] }
tool_results results "Tool results" { class: internal }

anonymous_user customer "Customer"

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

customer -> tickets "writes" { writes: [ticket], controls: [tls] }
helper -> tickets "reads" { returns: [ticket] }
helper -> model "plans" { sends: [ticket, results], returns: [calls] }
helper -> desk "changes a case" { sends: [calls], returns: [results] }
colleague -> tickets "sorts" { returns: [ticket] }
