model "Shop" { owner: "Ana", catalog: 2026.1, review: every 1 year }
prompts question
end_user customer
boundary cloud "Cloud" {
  trust: internal
  web_app shop
}
model_provider model
database shared { trust: partner }
customer -> shop { sends: [question] }
shop -> model { sends: [question] }
shop -> shared { sends: [question] }
reviewed 2026-11-20 { by: "Ana" }
