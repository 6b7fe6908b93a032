// fires: agent-credential-theft@server
// draws: owasp-agentic:ASI03, owasp-mcp-2025:MCP01, owasp-llm-2025:LLM02, owasp-llm-2026:LLM02
//   The server was started with a token for the whole tracker that never ends. An error of the tracker repeats the
//   header of the call, the server hands the error back as its result, and the agent writes it into a comment.

model "Tracker server" { owner: "Developers", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results results "Results and errors"
documents issues "Issues" { class: public }
credentials token "Tracker token"

boundary tracker "Hosted tracker" {
  trust: partner
  ticket_system tickets "Issues" { stores: [issues] }
}
boundary company "Company" {
  trust: internal
  staff developer "Developer"
  agent helper "Issue agent"
  llm model "Own model"
  mcp_server server "Tracker server" { third_party: false, holds: [token] }
}

developer -> helper "asks" { sends: [wish] }
helper -> model { sends: [wish, results], returns: [calls] }
helper -> server { sends: [calls], returns: [results] }
server -> tickets "reads, comments" {
  sends: [token]
  writes: [issues]
  returns: [issues]
  controls: [tls]
}
