// silent: secret-in-prompt
//   The planner holds the key and adds it to the call in code; the template and the model never see it.

model "Trip planner" { owner: "Travel", catalog: 2026.1 }

prompts question "Question"
instructions frame "Instructions"
credentials key "Weather key"
answers reply "Answer" { from: [question] }

end_user traveller "Traveller"
model_provider llm "Hosted model"

boundary travel "Travel site" {
  trust: internal
  web_app planner "Planner" { holds: [key] }
  prompt_store frames "Templates" { stores: [frame] }
}

traveller -> planner "asks" { sends: [question], returns: [reply], controls: [tls] }
planner -> frames { returns: [frame] }
planner -> llm { sends: [frame, question], returns: [reply], controls: [tls] }
