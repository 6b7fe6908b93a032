//~ unknown-word; 3 elements, 2 flows, 1 data
model "Support chat" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

anonymous_user visitor "Visitor"

subgraph cloud "Cloud" {
  trust: internal
  gateway waf "API gateway" { controls: [auth] }
  inference_api chat "Chat"
}

visitor -> waf "question" { sends: [question] }
waf -> chat { sends: [question] }
