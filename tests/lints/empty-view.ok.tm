// One pick of several may fit nothing.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  web_app shop
}
visitor -> shop { sends: [question] }
view front "Where visitors come in" { focus: [visitor], include: [any store], exclude: [any vector_store] }
