// fires: shadow-ai@boards
// draws: owasp-dsgai-2026:DSGAI03, owasp-mcp-2025:MCP09, exchange:inputdataleak, saif:riskShadowAndUnknownAgents, linddun:DD
//   A developer adds a server for project boards to the coding agent, found in a forum and run
//   by somebody unknown. Nobody in security knows of it; ticket texts and code go there with
//   every task.

model "Coding with boards" { owner: "Developer experience", catalog: 2026.1 }

prompts wish "Wish"
code patch "Patch"
tool_calls lookup "Look-up with code" { class: confidential }
tool_results ticket "Ticket"

boundary outside "Somebody's host" {
  trust: untrusted
  mcp_server boards "Board server"
}

boundary desk "Developer machine" {
  trust: internal
  staff developer "Developer"
  coding_agent coder "Coding agent"
}

developer -> coder { sends: [wish], returns: [patch] }
coder -> boards { sends: [lookup], returns: [ticket], controls: [tls] }
