model "M" { catalog: 2026.1 }
prompts question
end_user visitor
web_app shop
web_app office
boundary vault "Vault" {
  trust: restricted
  database safe
}
visitor -> shop { sends: [question] }
shop -> office { sends: [question] }
office -> safe { writes: [question] }
