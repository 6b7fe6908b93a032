// silent: output-sensitive-disclosure
//   The model sees the public price list only; there is nothing in its context that the client may not know.

model "Price questions" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
documents agreements "Price list" { class: public }
answers reply "Answer" { from: [question, agreements] }

partner client "Client"

boundary sales "Sales systems" {
  trust: internal
  web_app desk "Price desk"
  document_store prices "Price lists" { stores: [agreements] }
  llm model "Own model"
}

client -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
desk -> prices { returns: [agreements] }
desk -> model { sends: [question, agreements], returns: [reply] }
