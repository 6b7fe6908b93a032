model "Help desk" { catalog: 2026.1 }
desk -> llm { returns: [reply], sends: [question] }
desk -> index {
  returns: [tickets]
  sends: [question]
}
visitor -> desk { returns: [reply], sends: [question] }
boundary cloud "Cloud" {
  rag_store index "Ticket index" { stores: [tickets] }
  web_app desk "Help desk"
}
model_provider llm "Hosted LLM"
anonymous_user visitor "Visitor"
answers reply "Reply" { from: [tickets, question] }
documents tickets "Old tickets" { class: confidential }
prompts question "Question"
