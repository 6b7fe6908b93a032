//~ duplicate-flow; 3 elements, 2 flows, 2 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }
documents upload "Upload"

end_user visitor "Visitor"
web_app site "Site"
inference_api chat "Chat"

visitor -> site "asks" { sends: [question] }
visitor -> site "uploads" { sends: [upload] }
site -> chat { sends: [question, upload] }
