// fires: secret-in-prompt@frames
// draws: atlas:AML.T0056, atlas:AML.T0083, owasp-llm-2025:LLM07, owasp-llm-2025:LLM02, owasp-llm-2026:LLM08, owasp-llm-2026:LLM02, owasp-agentic:ASI03, nist-ai-100-2:NISTAML.035, saif:riskSensitiveDataDisclosure
//   The key of the weather service stands in the template, so that the model can write the call. A user asks what
//   the call looks like and gets it with the key.

model "Trip planner" { owner: "Travel", catalog: 2026.1 }

prompts question "Question"
instructions frame "Instructions"
credentials key "Weather key"
answers reply "Answer" { from: [question] }

end_user traveller "Traveller"
model_provider llm "Hosted model"

boundary travel "Travel site" {
  trust: internal
  web_app planner "Planner"
  prompt_store frames "Templates" { stores: [frame, key] }
}

traveller -> planner "asks" { sends: [question], returns: [reply], controls: [tls] }
planner -> frames { returns: [frame] }
planner -> llm { sends: [frame, question], returns: [reply], controls: [tls] }
