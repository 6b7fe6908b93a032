model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop { tags: [shop] }
}
visitor -> shop { sends: [question] }
view stores "Where things are kept" { include: [any store, severity:critical] }
view rest "All but what is left out" {
  focus: [shop]
  exclude: [tag:shop, any end_user]
}
