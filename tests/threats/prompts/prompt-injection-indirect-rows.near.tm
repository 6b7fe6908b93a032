// silent: prompt-injection-indirect
//   Reviews are written by the company's own buyers; nobody outside has a hand in any row.

model "Sales questions" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
documents reviews "Product reviews" { class: public }
code query "Generated query" { from: [question] }
tool_results rows "Result rows" { from: [reviews] }
answers reply "Answer" { from: [question, rows] }

model_provider hosted "Hosted model"

boundary company "Company" {
  trust: internal
  staff analyst "Analyst"
  staff buyer "Buyer"
  orchestrator writer "Query writer"
  tool runner "Query runner" { has_side_effects: false }
  database sales "Sales database"
  business_app shop "Shop"
}

analyst -> writer "asks" { sends: [question], returns: [reply] }
writer -> hosted { sends: [question, rows], returns: [query, reply], controls: [tls] }
writer -> runner { sends: [query], returns: [rows] }
runner -> sales { sends: [query], returns: [rows] }
buyer -> shop "writes a review" { writes: [reviews] }
shop -> sales { writes: [reviews] }
