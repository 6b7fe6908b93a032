//~ wrong-name; 3 elements, 1 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  inference_api chat "Chat"
}

visitor -> cloud { sends: [question] }
site -> chat { sends: [question] }
