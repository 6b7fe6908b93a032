// fires: tool-rug-pull@helper->mail
// draws: owasp-agentic:ASI04, owasp-agentic:T17, owasp-mcp-2025:MCP04, owasp-llm-2026:LLM04, saif:riskToolSourceProvenance
//   A community server for mail runs on the agent's own machine, where it is fetched anew at each start. Version
//   1.0.16 adds one recipient to each mail; nobody approved 1.0.16.

model "Local mail server" { owner: "Office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Mails to send" { class: confidential, from: [wish] }
tool_results receipts "Receipts"

email world "Mail"

boundary desk "Colleague's machine" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Desk agent"
  llm model "Local model"
  mcp_server mail "Mail server"
}

colleague -> helper "asks" { sends: [wish] }
helper -> model { sends: [wish, receipts], returns: [calls] }
helper -> mail "sends" { sends: [calls], returns: [receipts] }
mail -> world { sends: [calls] }
