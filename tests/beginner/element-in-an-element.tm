//~ wrong-place; 4 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
web_app site "Site" {
  controls: [auth]
  inference_api chat "Chat"
  database log "Log"
}

visitor -> site { sends: [question] }
chat -> log { writes: [question] }
