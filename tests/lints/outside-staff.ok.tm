model "Office" { owner: "Ana", catalog: 2026.1, review: every 1 year }
prompts question
staff clerk "Clerk" { trust: internal }
annotator outside "Annotator abroad" { trust: untrusted }
end_user buyer "Customer"
boundary office "Office" {
  trust: internal
  llm assistant "Assistant"
  staff boss "Boss"
}
clerk -> assistant { sends: [question] }
outside -> assistant { sends: [question] }
boss -> assistant { sends: [question] }
buyer -> assistant { sends: [question] }
reviewed 2026-11-20 { by: "Ana" }
