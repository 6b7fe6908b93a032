// silent: cross-session-leak
//   The server is Red's alone; there is no other whose words could come up.

model "Shared model" { owner: "Model hosting", catalog: 2026.1 }

prompts question "Question" { class: confidential }
answers reply "Answer" { from: [question] }

boundary red "Client Red" {
  trust: partner
  apart: true
  web_app redapp "Red's app"
}

boundary hosting "Hosting" {
  trust: internal
  llm model "Model server"
}

redapp -> model { sends: [question], returns: [reply], controls: [tls, auth] }
