model "Help desk" { catalog: 2026.1 }

prompts   question "Question"
documents tickets  "Old tickets" { class: confidential }
answers   reply    "Reply" { from: [question, tickets] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  web_app   desk  "Help desk"
  rag_store index "Ticket index" { stores: [tickets] }
}

visitor -> desk { sends: [question], returns: [reply] }
desk -> index   { sends: [question], returns: [tickets] }
desk -> llm     { sends: [question], returns: [reply] }
data_ingestion crawler "Crawler"
documents pages "Pages"
database archive "Archive" { stores: [pages] }
crawler -> archive { returns: [pages] }
crawler -> index { writes: [pages] }
public_web web "Public web"
crawler -> web { returns: [pages] }
