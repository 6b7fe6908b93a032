//~ bad-date; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
model_provider llm "Hosted LLM"
web_app site "Site"

visitor -> site { sends: [question] }
site -> llm { sends: [question] }

accept provider-retention on llm { because: "By contract.", by: "CISO", until: 30.06.2027 }
