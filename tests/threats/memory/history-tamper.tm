// fires: history-tamper@history
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:T1, owasp-agentic:T8, exchange:agentmessagestructuremanipulation, saif:riskPromptInjection
//   A customer sends a message that holds the marks of a conversation and an answer of the bank in it: your loan is
//   granted. It is kept as a turn, the model goes on from it, and nobody can show who said it.

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
dialog -> model { sends: [question, reply], returns: [reply] }
dialog -> history { writes: [question, reply], returns: [question, reply] }
