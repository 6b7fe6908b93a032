// fires: tool-rug-pull@helper->post
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, owasp-mcp-2025:MCP04, nist-ai-100-2:NISTAML.05, saif:riskToolSourceProvenance
//   The server sent mails as it should for a year. With one update its owner adds a hidden copy to an address of the
//   owner's own; the agent goes on using what was approved.

model "Mailing agent" { owner: "Office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Mails to send" { from: [wish], class: confidential }
tool_results results "Receipts"
answers reply "Answer" { from: [wish, results] }

boundary hoster "Somebody's servers" {
  trust: partner
  mcp_server post "Mail server"
}
boundary office "Office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Mailing agent"
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> model "plans" { sends: [wish, results], returns: [calls, reply] }
helper -> post "sends" { sends: [calls], returns: [results], controls: [tls] }
