// fires: inference-flood@customer->api
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, nist-ai-100-2:NISTAML.01, exchange:airesourceexhaustion, saif:riskDenialOfMLService, atlas:AML.T0029
//   Somebody calls the translation page from a few hundred addresses with texts of the greatest length that
//   is allowed. Each holds a graphics card for half a minute, and everybody else gets errors.

model "Public translator" { owner: "Language services", catalog: 2026.1 }
prompts text "Text" { class: public }
answers translation "Translation" { class: public, from: [text] }
anonymous_user customer "Visitor"
boundary cloud "Cloud account" {
  trust: internal
  web_app api "Translation page"
  llm model "Translation model" { proprietary: false }
}
customer -> api { sends: [text], returns: [translation], controls: [tls] }
api -> model { sends: [text], returns: [translation] }
