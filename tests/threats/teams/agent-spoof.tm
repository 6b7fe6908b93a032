// fires: agent-spoof@buyer->seller
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI07, owasp-agentic:ASI03, owasp-agentic:T9, owasp-agentic:T16, saif:riskStaleAgentIdentityBinding, saif:riskShadowAndUnknownAgents
//   Somebody publishes an agent card with the supplier's name and an address of their own. The buying agent reads
//   name and skills there, believes them, and sends its orders and prices to it.

model "Buying agent" { owner: "Purchasing", catalog: 2026.1 }

prompts need "Need"
orders order "Order" { from: [need] }
answers offer "Offer"

partner_agent seller "Supplier's agent"

boundary company "Company" {
  trust: internal
  staff buyer_person "Buyer"
  agent buyer "Buying agent"
  llm model "Own model"
}

buyer_person -> buyer "needs" { sends: [need], returns: [offer] }
buyer -> model "plans" { sends: [need, offer], returns: [order] }
buyer -> seller "orders" { sends: [order], returns: [offer], controls: [tls] }
