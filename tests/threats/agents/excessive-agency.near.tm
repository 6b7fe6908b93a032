// silent: excessive-agency
//   A fixed plan says which step comes next: look the supplier up, book, file. What the program may do is the same,
//   but no model decides to do it.

model "Invoice agent" { owner: "Accounts", catalog: 2026.1 }

documents invoice "Scanned invoice" { class: confidential }
documents entries "Ledger entries" { class: confidential, integrity: high }
tool_calls calls "Tool calls" { from: [invoice] }
tool_results results "Tool results" { from: [entries] }

model_provider llm "Hosted model"

boundary office "Office" {
  trust: internal
  file_system scans "Scans" { stores: [invoice] }
  agent clerk "Invoice agent" { autonomous: false }
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
