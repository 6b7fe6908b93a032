// silent: provider-silent-change
//   The model only sums the receipt up for an accountant, who reads the summary beside the receipt: no
//   program acts on what comes back.

model "Expense booking" { owner: "Finance tools", catalog: 2026.1 }
documents receipt "Receipt" { class: internal }
answers booking "Summary" { from: [receipt] }
model_provider llm "Hosted model"
boundary office "Office" {
  trust: internal
  business_app inbox "Receipt inbox"
  orchestrator clerk "Receipt reader"
  dashboard ledger "Accountant's screen" { controls: [auth] }
}
inbox -> clerk { sends: [receipt] }
clerk -> llm { sends: [receipt], returns: [booking], controls: [tls] }
clerk -> ledger { sends: [booking] }
