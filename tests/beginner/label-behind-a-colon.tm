//~ syntax; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  inference_api chat "Chat"
}

visitor -> site: "asks" { sends: [question] }
site -> chat "forwards" { sends: [question] }
