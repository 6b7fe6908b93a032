// ask: complete
model "Desk" { owner: "Ana", catalog: 2026.1 }
threat leak "Leak" {
  stride: tampering
  on: model_server
  when: generative and trust ▮
  likelihood: 2
  impact: 2
  scenario: "Leaks."
}
