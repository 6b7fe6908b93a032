// One that holds only another is not empty.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  boundary app "App" {
    web_app shop
  }
}
visitor -> shop { sends: [question] }
