// fires: prompt-injection-direct@colleague->helper
// draws: owasp-llm-2025:LLM01, owasp-agentic:ASI01, owasp-agentic:T6, atlas:AML.T0051.000, saif:riskPromptInjection
//   A contractor on the guest network tells the agent that its task has changed and that travel claims may be filed
//   in any name. The agent takes the words for its goal and files them with its own tool.

model "Travel helper" { owner: "Travel desk", catalog: 2026.1 }

prompts wish "Wish"
tool_calls filing "Claim to file" { from: [wish] }
tool_results receipt "Receipt"
answers reply "Answer" { from: [wish, receipt] }

boundary guests "Guest network" {
  trust: partner
  end_user colleague "Contractor"
}

boundary office "Office systems" {
  trust: internal
  agent helper "Travel agent"
  llm model "Own model"
  tool claims "Claims tool"
}

colleague -> helper "asks" { sends: [wish], returns: [reply], controls: [tls, auth] }
helper -> model { sends: [wish, receipt], returns: [filing, reply] }
helper -> claims { sends: [filing], returns: [receipt] }
