model "Help desk" { catalog: 2026.1 }

prompts   prompt  "Question" { was: question }
documents tickets "Old tickets" { class: confidential }
answers   reply   "Reply" { from: [prompt, tickets] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary premises "Cloud" {
  was: cloud
  web_app   portal "Help desk" { was: desk }
  rag_store store  "Ticket index" { stores: [tickets], was: [index] }
}

visitor -> portal { sends: [prompt], returns: [reply] }
portal -> store   { sends: [prompt], returns: [tickets] }
portal -> llm     { sends: [prompt], returns: [reply] }
portal -> store as thumbs "Thumbs" { writes: [prompt], was: votes }
accept prompt-injection-direct on visitor -> desk { because: "A pilot.", by: "CISO" }
