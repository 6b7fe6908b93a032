// silent: store-read
//   The store holds published laws: whoever reads it past the assistant could have bought the book.

model "Law assistant" { owner: "Legal", catalog: 2026.1 }
documents contract "Published laws" { class: public }
prompts question "Question" { class: internal }
answers reply "Reply" { from: [contract, question] }
boundary office "Office" {
  trust: internal
  staff lawyer "Lawyer"
}
boundary center "Data center" {
  trust: internal
  orchestrator assistant "Assistant"
  document_store archive "Collection of laws" { stores: [contract] }
  llm model "Own model" { proprietary: false }
}
lawyer -> assistant { sends: [question], returns: [reply], controls: [tls, mfa] }
assistant -> archive { returns: [contract] }
assistant -> model { sends: [question, contract], returns: [reply] }
