//~ syntax; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site"
inference_api chat "Chat"
model llm "Hosted LLM" { trust: partner }

visitor -> site { sends: [question] }
site -> chat { sends: [question] }
chat -> llm { sends: [question] }
