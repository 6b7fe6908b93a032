//~ unknown-threat; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
model_provider llm "Hosted LLM"
web_app site "Site"

visitor -> site { sends: [question] }
site -> llm { sends: [question] }

dismiss input_leak_provider on site -> llm { because: "Nothing secret is sent." }
