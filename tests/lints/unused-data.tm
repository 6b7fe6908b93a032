// The summary is made of the minutes, and nobody has either.
model "M" { catalog: 2026.1 }
prompts question
documents minutes
documents summary "Summary" { from: [minutes] }
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
}
visitor -> shop { sends: [question] }
