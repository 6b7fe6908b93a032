model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
  boundary later "To come" { about: "The team has not decided yet." }
}
visitor -> shop { sends: [question] }
