//~ stale-response; 4 elements, 3 flows, 2 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

documents handbook "Handbook" { class: internal }
prompts question "Question" { personal: true }

end_user visitor "Visitor"
model_provider llm "Hosted LLM"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  rag_store index "Index" { stores: [handbook] }
}

visitor -> site { sends: [question] }
site -> index { sends: [question], returns: [handbook] }
site -> llm { sends: [question, handbook] }

accept provider-retention on site -> llm { because: "By contract.", by: "CISO" }
