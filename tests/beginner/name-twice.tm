//~ duplicate-name; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts chat "Chat messages" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  inference_api chat "Chat"
  database log "Log"
}

visitor -> site { sends: [chat] }
site -> log { writes: [chat] }
