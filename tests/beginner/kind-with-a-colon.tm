//~ wrong-place; 4 elements, 3 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app: site
inference_api chat "Chat"
database log "Log"

visitor -> site { sends: [question] }
site -> chat { sends: [question] }
chat -> log { writes: [question] }
