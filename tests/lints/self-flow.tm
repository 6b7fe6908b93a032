model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
}
visitor -> shop { sends: [question] }
shop -> shop "retries" { sends: [question] }
shop <-> shop as again { sends: [question] }
