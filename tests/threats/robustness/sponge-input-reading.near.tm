// silent: sponge-input
//   What the model reads is the company's own handbook, which no stranger writes to.

model "News desk assistant" { owner: "News desk", catalog: 2026.1 }
prompts question "Question" { class: internal }
documents pages "Own handbooks"
answers summary "Summary" { availability: high, from: [question, pages] }
boundary office "Office" {
  trust: internal
  staff reader "Editor"
}
boundary center "Data center" {
  trust: internal
  orchestrator assistant "Assistant" { controls: [auth] }
  document_store web "Handbooks" { stores: [pages] }
  llm writer "Own reasoning model"
}
reader -> assistant { sends: [question], returns: [summary], controls: [tls] }
assistant -> web { returns: [pages], controls: [tls] }
assistant -> writer { sends: [question, pages], returns: [summary], controls: [tls] }
