// fires: denial-of-wallet@visitor->bot
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, exchange:airesourceexhaustion, saif:riskEconomicDenialOfWallet, atlas:AML.T0034.000, atlas:AML.T0034.001
//   A script asks the shop's assistant for very long comparisons, day and night, at a pace that no limit by
//   second notices. The shop pays for each token; at the end of the month the budget of the year is spent.

model "Shop assistant" { owner: "Online shop", catalog: 2026.1 }
prompts question "Question" { class: public }
answers reply "Reply" { class: public, from: [question] }
anonymous_user visitor "Visitor"
model_provider llm "Hosted model"
boundary shop "Shop" {
  trust: internal
  web_app bot "Assistant"
}
visitor -> bot { sends: [question], returns: [reply], controls: [tls] }
bot -> llm { sends: [question], returns: [reply], controls: [tls] }
