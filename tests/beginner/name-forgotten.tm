//~ missing-part; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site"
database log "Log"
inference_api "Chat" { controls: [auth] }

visitor -> site { sends: [question] }
site -> chat { sends: [question] }
site -> log { writes: [question] }
