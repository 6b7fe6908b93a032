// fires: log-tamper@trail
// draws: owasp-agentic:T8, owasp-mcp-2025:MCP08, exchange:genericsecthreats
//   What the agent asks of the ledger server is recorded nowhere but in the trail that the agent writes
//   itself. A note on an invoice tells it to pay twice and to delete the lines of the last hour; when the
//   money is missed, the trail says that nothing happened.

model "Invoice agent" { owner: "Accounts payable", catalog: 2026.1 }
prompts task "Task" { class: internal }
documents invoice "Invoices" { class: confidential }
logs steps "Steps of the agent"
answers note "Note"
tool_calls call "Entries"
partner supplier "Supplier"
boundary office "Office" {
  trust: internal
  staff clerk "Clerk"
  agent worker "Invoice agent"
  mcp_server ledger "Ledger server"
  log_store trail "Trail"
}
clerk -> worker { sends: [task], returns: [note] }
worker -> supplier { returns: [invoice], controls: [tls] }
worker -> ledger { sends: [call] }
worker -> trail { writes: [steps] }
