// fires: jailbreak@visitor->chat
// draws: atlas:AML.T0054, owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, nist-ai-100-2:NISTAML.018, nist-ai-100-2:NISTAML.04, saif:riskPromptInjection, exchange:directpromptinjection
//   Anybody opens the homework helper, pastes a role play from a forum and asks step by step for what the model is
//   trained to refuse. It answers in the school's name.

model "Homework helper" { owner: "Learning platform", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user visitor "Pupil or anybody"

boundary school "Learning platform" {
  trust: internal
  web_app chat "Chat page"
  llm model "Open model" { proprietary: false }
}

visitor -> chat "asks" { sends: [question], returns: [reply], controls: [tls] }
chat -> model { sends: [question], returns: [reply] }
