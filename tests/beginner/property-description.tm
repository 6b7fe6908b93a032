//~ unknown-property; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  description: "Where all of it runs."
  trust: internal
  gateway waf "Gateway" { controls: [auth] }
  inference_api chat "Chat"
}

visitor -> waf { sends: [question] }
waf -> chat { sends: [question] }
