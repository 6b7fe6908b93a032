// fires: harmful-generation@model
// draws: atlas:AML.T0048, atlas:AML.T0054, owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.04, saif:riskPromptInjection
//   Somebody makes the greeting card service write threats against a neighbor, card after card, signed with the name
//   of the shop.

model "Greeting cards" { owner: "Card shop", catalog: 2026.1 }

prompts occasion "Occasion"
answers verse "Verse" { from: [occasion] }

anonymous_user customer "Customer"

boundary shop "Card shop" {
  trust: internal
  web_app page "Card page"
  llm model "Own model"
}

customer -> page "orders" { sends: [occasion], returns: [verse], controls: [tls] }
page -> model { sends: [occasion], returns: [verse] }
