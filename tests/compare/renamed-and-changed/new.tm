model "Help desk" { catalog: 2026.1 }

prompts   question "Question"
documents tickets  "Old tickets" { class: confidential }
answers   reply    "Reply" { from: [question, tickets] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  web_app   portal "Portal" { was: desk, controls: [prompt_guard] }
  rag_store index "Ticket index" { stores: [tickets] }
}

visitor -> portal { sends: [question], returns: [reply] }
portal -> index   { sends: [question], returns: [tickets] }
portal -> llm     { sends: [question], returns: [reply] }
