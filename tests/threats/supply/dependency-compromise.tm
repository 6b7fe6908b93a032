// fires: dependency-compromise@builder->index
// draws: atlas:AML.T0010.001, atlas:AML.T0011.001, owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, owasp-ml-2023:ML06, owasp-mcp-2025:MCP04, nist-ai-100-2:NISTAML.05, exchange:supplymodelpoison, saif:riskInsecureIntegratedComponent
//   A library for MCP servers is published again from a stolen account, with an install step
//   that reads keys. The builder takes the newest version, and the server that the agent trusts
//   with the calendar runs it.

model "Calendar tools" { owner: "Workplace IT", catalog: 2026.1 }

packages libraries "Libraries"
packages image "Server image"
tool_calls call "Calendar call"
tool_results entries "Calendar entries"

package_registry index "Public package index"

boundary house "Company network" {
  trust: internal
  agent helper "Office agent"
  mcp_server calendar "Calendar server"
  container_registry mirror "Reviewed copies" { stores: [image] }
  ci_cd builder "Builder"
}

builder -> index "installs" { returns: [libraries], controls: [tls] }
builder -> mirror { returns: [image] }
builder -> calendar "ships" { sends: [image] }
helper -> calendar { sends: [call], returns: [entries] }
