// silent: prompt-injection-direct
//   The visitor chooses an article number from a list; no words of the visitor get into a prompt.

model "Shop assistant" { owner: "Web shop", catalog: 2026.1 }

asset question "Article number"
documents catalogue "Product pages" { class: public }
answers reply "Answer" { from: [question, catalogue] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted model"

boundary shop "Web shop" {
  trust: internal
  web_app desk "Help desk"
  document_store pages "Product pages" { stores: [catalogue] }
}

visitor -> desk "chooses an article" { sends: [question], returns: [reply], controls: [tls] }
desk -> pages { returns: [catalogue] }
desk -> llm { sends: [question, catalogue], returns: [reply], controls: [tls] }
