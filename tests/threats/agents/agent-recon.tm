// fires: agent-recon@visitor->page
// draws: owasp-llm-2026:LLM08, nist-ai-100-2:NISTAML.035, exchange:directpromptinjection, saif:riskSensitiveDataDisclosure
//   A visitor asks what the assistant can do for it, then for the arguments, then sends wrong ones and reads the
//   errors. An hour later the list of tools is complete.

model "Shop assistant" { owner: "Shop", catalog: 2026.1 }

prompts question "Question"
tool_calls calls "Tool calls" { from: [question] }
tool_results stock "Stock" { class: public }
answers reply "Answer" { from: [question, stock] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted model"

boundary shop "Shop" {
  trust: internal
  web_app page "Shop page"
  agent helper "Shop assistant"
  tool store "Stock tool" { has_side_effects: false }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> helper { sends: [question], returns: [reply] }
helper -> llm { sends: [question, stock], returns: [calls, reply], controls: [tls] }
helper -> store "looks up" { sends: [calls], returns: [stock] }
