//~ syntax; 4 elements, 3 flows, 2 data
model "Ticket triage" { owner: "Ben", catalog: 2026.1 }

prompts ticket "Ticket" { personal: true, class: confidential }
decisions label "Label" { from: [ticket] }

end_user agent "Support agent"
boundary office "Office network" {
  trust: internal
  web_app desk "Help desk"
  inference_api triage "Triage model"
  database tickets "Tickets" { stores: [ticket] }
}

agent --> desk "opens" { sends: [ticket], controls: [tls] }
desk -> triage "classify" { sends: [ticket], returns: [label] }
desk -> tickets { writes: [ticket] }
