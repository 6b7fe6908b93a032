// fires: provider-silent-change@llm
// draws: owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-api-2023:API10, nist-ai-100-2:NISTAML.05, exchange:supplymodelpoison, saif:riskModelSourceTampering, atlas:AML.T0109
//   Somebody gets into the provider's account for model uploads and puts a changed model behind the name that
//   everybody calls. Now and then it fills in another account as payee. The form of the call is right, so the
//   booking tool carries it out.

model "Expense booking" { owner: "Finance tools", catalog: 2026.1 }
documents receipt "Receipt" { class: internal }
tool_calls booking "Booking"
model_provider llm "Hosted model"
boundary office "Office" {
  trust: internal
  business_app inbox "Receipt inbox"
  orchestrator clerk "Booking assistant"
  tool ledger "Ledger tool" { controls: [input_validation] }
}
inbox -> clerk { sends: [receipt] }
clerk -> llm { sends: [receipt], returns: [booking], controls: [tls] }
clerk -> ledger { sends: [booking] }
