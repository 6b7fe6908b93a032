// fires: mcp-weak-authz@files
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI03, owasp-agentic:T3, owasp-mcp-2025:MCP07, owasp-mcp-2025:MCP02
//   The server listens on a port of the house and takes every call. Another agent of the house, which has no
//   business with contracts, asks it for one and gets it.

model "File server" { owner: "Legal", catalog: 2026.1 }

tool_calls calls "Tool calls"
tool_results texts "Passages" { class: confidential, from: [contracts] }
documents contracts "Contracts" { class: confidential }

boundary house "House" {
  trust: internal
  agent helper "Legal assistant"
  agent other "Travel assistant"
  mcp_server files "File server" { has_side_effects: false }
}
boundary vault "Vault" {
  trust: restricted
  file_system archive "Contracts" { stores: [contracts] }
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

helper -> files "looks up" { sends: [calls], returns: [texts] }
helper -> model { sends: [texts], returns: [calls] }
other -> files "can reach it, too" { sends: [calls], returns: [texts] }
files -> archive { returns: [contracts], controls: [tls] }
