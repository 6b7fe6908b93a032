model "Office" { owner: "Ana", catalog: 2026.1, review: every 1 year }
prompts question
staff clerk "Clerk"
human_reviewer checker "Checker"
annotator outside "Annotator abroad" { trust: untrusted }
boundary office "Office" {
  trust: internal
  llm assistant "Assistant"
  staff boss "Boss"
}
clerk -> assistant { sends: [question] }
checker -> assistant { sends: [question] }
outside -> assistant { sends: [question] }
boss -> assistant { sends: [question] }
reviewed 2026-11-20 { by: "Ana" }
