// Due today; answered; without a day.
model "M" { catalog: 2026.1 }
prompts question { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
question "Who may re-index the documents?" { due: 2026-12-01 }
question "How long is the log kept?" { due: 2026-01-31, answer: "90 days." }
question "Who pays?"
