// fires: agent-action-repudiation@helper
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:T8, owasp-mcp-2025:MCP08, saif:riskAgentDelegationChainOpacity
//   An address was changed. The database knows only the account of the agent, the server keeps no record of calls,
//   and three colleagues say that they did not ask for it.

model "Address agent" { owner: "Customer service", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results results "Tool results" { class: internal }
documents records "Customer records" { class: confidential, personal: true, integrity: high }
answers reply "Answer" { from: [wish, results] }

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Address agent"
  llm model "Own model"
  mcp_server changes "Record server"
}
boundary core "Core systems" {
  trust: restricted
  database crm "Customer database" { stores: [records] }
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> model "plans" { sends: [wish, results], returns: [calls, reply] }
helper -> changes "changes" { sends: [calls], returns: [results] }
changes -> crm { writes: [records], controls: [tls] }
