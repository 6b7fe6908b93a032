// fires: tool-output-poison@helper->rates
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI02, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskPromptInjection
//   The exchange rate service was taken over. It answers with a rate and with a sentence after it, that the agent
//   should book at once; the agent takes both for the result of its call.

model "Booking agent" { owner: "Travel office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results rate "Exchange rate" { class: public }
answers reply "Proposal" { from: [wish, rate] }

third_party_api rates "Exchange rates"

boundary office "Travel office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Booking agent"
  tool booking "Booking tool"
  business_app treasury "Treasury"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> rates "asks for the rate" { returns: [rate], controls: [tls] }
helper -> model "plans" { sends: [wish, rate], returns: [calls, reply] }
helper -> booking "books" { sends: [calls] }
colleague -> treasury "looks up" { returns: [rate] }
