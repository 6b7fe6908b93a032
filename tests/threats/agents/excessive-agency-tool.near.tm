// silent: excessive-agency
//   The runner has no account of its own: the database knows who asks, and answers accordingly.

model "Sales questions" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
code query "Generated query" { from: [question] }
documents payroll "Payroll" { class: secret, personal: true }
answers reply "Answer" { from: [question, payroll] }

boundary office "Office network" {
  trust: partner
  end_user analyst "Analyst"
}
boundary company "Company" {
  trust: internal
  orchestrator writer "Query writer"
  tool runner "Query runner" { has_side_effects: false }
  llm planner "Own model"
}
boundary core "Core systems" {
  trust: restricted
  database people "Personnel database" { stores: [payroll] }
}

analyst -> writer "asks" { sends: [question], returns: [reply], controls: [tls] }
writer -> planner { sends: [question, payroll], returns: [query, reply] }
writer -> runner { sends: [query], returns: [payroll] }
runner -> people { sends: [query], returns: [payroll], controls: [tls] }
