// silent: agent-recon
//   Only salespeople in the shop ask. They know the tools, and nothing crosses.

model "Shop assistant" { owner: "Shop", catalog: 2026.1 }

prompts question "Question"
tool_calls calls "Tool calls" { from: [question] }
tool_results stock "Stock" { class: public }
answers reply "Answer" { from: [question, stock] }

model_provider llm "Hosted model"

boundary shop "Shop" {
  trust: internal
  staff visitor "Salesperson"
  web_app page "Shop page"
  agent helper "Shop assistant"
  tool store "Stock tool" { has_side_effects: false }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> helper { sends: [question], returns: [reply] }
helper -> llm { sends: [question, stock], returns: [calls, reply], controls: [tls] }
helper -> store "looks up" { sends: [calls], returns: [stock] }
