//~ syntax; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: Applied AI team, catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site"
inference_api chat "Chat"

visitor -> site { sends: [question] }
site -> chat { sends: [question] }
