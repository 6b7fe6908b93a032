model "Help desk" { catalog: 2026.1 }

prompts   question "Question"
documents tickets  "Old tickets" { class: confidential }
answers   reply    "Reply" { from: [question, tickets] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  web_app   desk  "Help desk"
}
boundary vendor "Search vendor" {
  trust: restricted
  rag_store index "Ticket index" { stores: [tickets] }
}

visitor -> desk { sends: [question], returns: [reply] }
desk -> index   { sends: [question], returns: [tickets] }
desk -> llm     { sends: [question], returns: [reply] }
