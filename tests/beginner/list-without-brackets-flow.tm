//~ syntax; 3 elements, 2 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  gateway waf "Gateway" {
  }
  inference_api chat "Chat"
}

visitor -> waf { sends: [question], controls: [tls] }
waf -> chat { sends: [question] }
control limits: rate_limit "Limits" { on: visitor -> waf, chat }
