// fires: agent-clickbait@buyer->web
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI01, owasp-agentic:ASI02, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskRogueActions
//   A shop shows a notice to machines: to see the price, confirm the subscription. The agent that compares prices
//   takes it for a step of its task and clicks.

model "Price agent" { owner: "Purchasing", catalog: 2026.1 }

prompts wish "Wish"
documents pages "Pages of shops" { class: public }
answers offers "Offers" { from: [wish, pages] }

public_web web "Shops on the web"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  agent buyer "Price agent" { browses: true }
}

colleague -> buyer "wants to buy" { sends: [wish], returns: [offers] }
buyer -> web "opens pages and clicks" { returns: [pages], controls: [tls] }
buyer -> llm "reads" { sends: [wish, pages], returns: [offers], controls: [tls] }
