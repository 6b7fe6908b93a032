// silent: tool-rug-pull
//   The office wrote the server and runs it. It changes when the office changes it.

model "Mailing agent" { owner: "Office", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Mails to send" { from: [wish], class: confidential }
tool_results results "Receipts"
answers reply "Answer" { from: [wish, results] }

boundary hoster "Own servers" {
  trust: internal
  mcp_server post "Mail server" { third_party: false }
}
boundary office "Office" {
  trust: internal
  staff colleague "Colleague"
  agent helper "Mailing agent"
  llm model "Own model"
}

colleague -> helper "asks" { sends: [wish], returns: [reply] }
helper -> model "plans" { sends: [wish, results], returns: [calls, reply] }
helper -> post "sends" { sends: [calls], returns: [results], controls: [tls] }
