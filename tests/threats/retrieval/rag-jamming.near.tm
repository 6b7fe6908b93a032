// silent: rag-jamming
//   Only editors of the house add entries.

model "Review answers" { owner: "Marketplace", catalog: 2026.1 }

prompts question "Question"
documents reviews "Editors' tests" { class: public }
answers reply "Answer" { from: [question, reviews] }

end_user buyer "Buyer"

boundary market "Marketplace" {
  trust: internal
  staff editor "Editor"
  web_app page "Product page"
  rag_store index "Index of tests"
  llm model "Own model"
}

buyer -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
editor -> index as add "adds" { writes: [reviews] }
page -> index { sends: [question], returns: [reviews] }
page -> model { sends: [question, reviews], returns: [reply] }
