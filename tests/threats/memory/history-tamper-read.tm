// fires: history-tamper@history
// draws: owasp-agentic:T8, exchange:agentmessagestructuremanipulation
//   A customer's message ends with a made-up answer of the bot, which is stored as its turn. In the dispute the
//   employee reads in the history that the bot promised the refund.

model "Shop chat" { owner: "Shop", catalog: 2026.1 }

prompts message "Message"
answers reply "Answer" { from: [message] }

anonymous_user customer "Customer"

boundary shop "Shop" {
  trust: internal
  staff employee "Employee"
  web_app page "Chat page"
  llm model "Own model"
  chat_history history "Conversations" { stores: [message, reply] }
}

customer -> page "writes" { sends: [message], returns: [reply], controls: [tls] }
page -> model { sends: [message], returns: [reply] }
page -> history { writes: [message, reply] }
employee -> history "looks up in a dispute" { returns: [message, reply] }
