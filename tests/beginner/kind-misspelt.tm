//~ unknown-word; 4 elements, 3 flows, 2 data
model "Company answers" { owner: "Ana", catalog: 2026.1 }

documents handbook "Handbook" { class: confidential }
prompts question "Question"

end_user employee "Employee"
model_provider llm "Hosted LLM"
boundary office "Office" {
  trust: internal
  web_app portal "Portal"
  rag_stor index "Handbook index" { stores: [handbook] }
}

employee -> portal { sends: [question], controls: [tls] }
portal -> index { sends: [question], returns: [handbook] }
portal -> llm { sends: [question, handbook], controls: [tls] }
