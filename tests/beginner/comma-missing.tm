//~ syntax; 3 elements, 2 flows, 2 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

documents handbook "Handbook" { class: internal personal: false }
prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  rag_store index "Index" { stores: [handbook] }
}

visitor -> site { sends: [question], controls: [tls] }
site -> index { sends: [question], returns: [handbook] }
