// fires: mcp-server-spoof@helper->crm
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T9, owasp-mcp-2025:MCP09, saif:riskZombieShadowMCPServers
//   A colleague finds a server of the same name on the web and puts its address into the settings, because the right
//   one was down. The agent hands it customers' names and the token that it uses there.

model "Customer agent" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
tool_calls calls "Tool calls" { from: [question] }
tool_results results "Customer data" { class: confidential, personal: true }
answers reply "Answer" { from: [question, results] }

boundary vendor "Vendor of the customer system" {
  trust: partner
  mcp_server crm "Customer server"
}
boundary company "Company" {
  trust: internal
  staff seller "Seller"
  agent helper "Customer agent"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

seller -> helper "asks" { sends: [question], returns: [reply] }
helper -> model "plans" { sends: [question, results], returns: [calls, reply] }
helper -> crm "looks up" { sends: [calls], returns: [results], controls: [tls] }
