// fires: model-extraction@tutor
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, owasp-llm-2026:LLM02, nist-ai-100-2:NISTAML.031, exchange:modelexfiltration, saif:riskModelExfiltration
//   Somebody opens free accounts, has the tuned model answer two hundred thousand exercises, and fine-tunes a
//   small open model on the answers. It teaches as the original does, and the years of tuning are on sale
//   elsewhere.

model "Maths tutor" { owner: "Learning", catalog: 2026.1 }
prompts exercise "Exercise"
answers explanation "Explanation" { from: [exercise] }
weights tuned "Tuned language model"
end_user pupil "Pupil"
boundary cloud "Cloud account" {
  trust: internal
  web_app page "Tutor" { controls: [auth] }
  llm tutor "Tutor model" { holds: [tuned] }
}
pupil -> page { sends: [exercise], returns: [explanation], controls: [tls] }
page -> tutor { sends: [exercise], returns: [explanation] }
