//~ unknown-word; 4 elements, 3 flows, 1 data
model "Company answers" { owner: "Ana", catalog: 2026.1 }

prompts question "Question"

end_user employee "Employee"
modelProvider llm "Hosted LLM"
boundary office "Office" {
  trust: internal
  web_app portal "Portal"
  inference_api chat "Chat"
}

employee -> portal { sends: [question], controls: [tls] }
portal -> chat { sends: [question] }
chat -> llm { sends: [question], controls: [tls] }
