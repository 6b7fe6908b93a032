// One process in a boundary of one's own is enough; a hosted model is not built here.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
model_provider llm
web_app loose
boundary cloud "Cloud" {
  trust: internal
  web_app shop
}
visitor -> shop { sends: [question] }
shop -> loose -> llm { sends: [question] }
