// fires: excessive-agency@clerk
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI02, owasp-agentic:T2, owasp-agentic:T3, owasp-mcp-2025:MCP02, exchange:agentescape, saif:riskRogueActions
//   The server was handed over whole, with a right to delete that booking invoices never needs. The agent misreads
//   one, decides to clean up, and the right is there to be used.

model "Invoice agent" { owner: "Accounts", catalog: 2026.1 }

documents invoice "Scanned invoice" { class: confidential }
documents entries "Ledger entries" { class: confidential, integrity: high }
tool_calls calls "Tool calls" { from: [invoice] }
tool_results results "Tool results" { from: [entries] }

model_provider llm "Hosted model"

boundary office "Office" {
  trust: internal
  file_system scans "Scans" { stores: [invoice] }
  agent clerk "Invoice agent"
  mcp_server books "Ledger server" { can_delete: true }
}
boundary core "Core systems" {
  trust: restricted
  database ledger "Ledger" { stores: [entries] }
}

clerk -> scans "takes the next" { returns: [invoice] }
clerk -> llm "plans" { sends: [invoice, results], returns: [calls], controls: [tls] }
clerk -> books "books" { sends: [calls], returns: [results] }
books -> ledger { writes: [entries], returns: [entries], controls: [tls] }
