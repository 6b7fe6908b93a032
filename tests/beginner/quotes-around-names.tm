//~ syntax; 3 elements, 1 flows, 1 data
model "Chat" { owner: "Ana", catalog: 2026.1 }

prompts question "Question"

anonymous_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app site "Site"
  inference_api chat "Chat"
}

"visitor" -> "site" { sends: [question] }
site -> chat { sends: [question], controls: [tls] }
