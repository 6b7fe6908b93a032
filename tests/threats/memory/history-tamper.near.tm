// silent: history-tamper
//   Conversations are only written down; no model and nobody goes on from them.

model "Loan chat" { owner: "Bank", catalog: 2026.1 }

prompts question "Message" { class: confidential }
answers reply "Answer" { from: [question] }

end_user customer "Customer"

boundary bank "Bank" {
  trust: internal
  web_app page "Chat page"
  orchestrator dialog "Dialog"
  llm model "Own model"
  chat_history history "Conversations" { stores: [question, reply] }
}

customer -> page "writes" { sends: [question], returns: [reply], controls: [tls] }
page -> dialog { sends: [question], returns: [reply] }
dialog -> model { sends: [question], returns: [reply] }
dialog -> history { writes: [question, reply] }
