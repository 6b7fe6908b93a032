//~ unknown-word; 3 elements, 1 flows, 1 data
model "Company answers" { owner: "Ana", catalog: 2026.1 }

prompts question "Question"

end_user employee "Employee"
boundary office "Office" {
  trust: internal
  web_app portal "Portal"
  lambda_function worker "Worker" { controls: [logging] }
  inference_api chat "Chat"
}

employee -> portal { sends: [question], controls: [tls] }
portal -> worker { sends: [question] }
worker -> chat { sends: [question] }
