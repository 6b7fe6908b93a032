//~ syntax; 2 elements, 1 flows, 1 data
model "Ticket bot" { owner: "Ana", catalog: 2026.1, about: every months }
prompts question "Question"
end_user visitor "Visitor"
boundary cloud "Cloud" {
  trust: internal
  web_app page "Page" { controls: [auth] }
}
visitor -> page { sends: [question], controls: [tls] }
