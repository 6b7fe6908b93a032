// Said once, at the root, whatever is in it.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  web_app shop
  boundary inner "Inner" {
    web_app office
  }
  boundary vault "Vault" {
    trust: restricted
    database safe
  }
}
visitor -> shop { sends: [question] }
shop -> office -> safe { sends: [question] }
