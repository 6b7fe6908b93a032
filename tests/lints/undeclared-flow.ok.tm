// Declared; without an answer; or within one zone.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  web_app office
}
visitor -> shop { returns: [question] }
shop -> office
