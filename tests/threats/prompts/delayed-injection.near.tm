// silent: delayed-injection
//   The history is for people to look up and is never loaded into a prompt again.

model "Research chat" { owner: "Research", catalog: 2026.1 }

prompts question "Question"
documents pages "Web pages" { class: public }
answers reply "Answer" { from: [question, pages] }

public_web web "Public web"

boundary institute "Institute" {
  trust: internal
  staff fellow "Fellow"
  orchestrator chat "Research chat"
  llm model "Own model"
  chat_history thread "Conversations" { stores: [question, reply] }
}

fellow -> chat "asks" { sends: [question], returns: [reply] }
chat -> web "fetches" { returns: [pages], controls: [tls] }
chat -> model { sends: [question, pages], returns: [reply] }
fellow -> thread "looks up" { returns: [question, reply] }
chat -> thread "keeps" { writes: [question, reply] }
