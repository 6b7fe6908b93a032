//~ unknown-word; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary vendor "Vendor" {
  trust partner
  inference_api chat "Chat"
}
web_app site "Site"

visitor -> site { sends: [question] }
site -> chat { sends: [question], controls: [tls] }
