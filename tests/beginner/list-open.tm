//~ open-list; 3 elements, 2 flows, 2 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }
answers reply "Reply" { from: [question] }

end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  gateway waf "Gateway" { controls: [auth] }
  inference_api chat "Chat"
}

visitor -> waf "asks" {
  sends: [question
  returns: [reply]
  controls: [tls]
}
waf -> chat { sends: [question], returns: [reply] }
