//~ open-quote; 4 elements, 3 flows, 2 data
model "HR assistant" { owner: "HR", catalog: 2026.1 }

documents policy "Policies" { class: internal }
prompts question "Question" { personal: true }

end_user employee "Employee"
model_provider llm "Hosted LLM"

boundary intranet "Company network {
  trust: internal
  web_app portal "Portal"
  rag_store index "Policy index" { stores: [policy] }
}

employee -> portal "asks" { sends: [question], controls: [tls] }
portal -> index { sends: [question], returns: [policy] }
portal -> llm { sends: [question, policy], controls: [tls] }
