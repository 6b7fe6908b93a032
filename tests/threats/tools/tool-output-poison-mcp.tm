// fires: tool-output-poison@helper->notes
// draws: owasp-mcp-2025:MCP10, owasp-agentic:ASI02, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskPromptInjection
//   The agent sends each server the whole conversation as context. The server of a vendor answers with a note that
//   says what to do next, and in the next call gets what the other servers have answered.

model "Notes server" { owner: "Office", catalog: 2026.1 }

prompts wish "Wish"
prompts context "Conversation so far" { class: confidential, from: [wish, records] }
documents records "Records" { class: confidential }
tool_calls calls "Tool calls" { from: [context] }
tool_results notes_found "Notes"

boundary vendor "Vendor" {
  trust: partner
  mcp_server notes "Notes server"
}
boundary office "Office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Office agent"
  llm model "Own model"
  document_store archive "Records" { stores: [records] }
}

colleague -> helper "asks" { sends: [wish] }
helper -> archive "looks up" { returns: [records] }
helper -> model { sends: [context, notes_found], returns: [calls] }
helper -> notes "takes notes" { sends: [calls, context], returns: [notes_found], controls: [tls] }
