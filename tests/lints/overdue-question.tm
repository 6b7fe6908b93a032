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
question "Who may re-index the documents?" { about: [waf], owner: "Data team", due: 2026-11-30 }
question "How long is the log kept?" { due: 2026-01-31 }
