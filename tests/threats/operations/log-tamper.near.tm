// silent: log-tamper
//   The ledger server records what it was asked. The agent has no way to the trail, so nobody can talk it
//   into touching it.

model "Invoice agent" { owner: "Accounts payable", catalog: 2026.1 }
prompts task "Task" { class: internal }
documents invoice "Invoices" { class: confidential }
logs steps "Entries as they were made"
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
ledger -> trail { writes: [steps] }
