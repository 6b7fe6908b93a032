// fires: confused-deputy@analyst->writer
// draws: owasp-agentic:ASI03, owasp-agentic:T3, owasp-llm-2026:LLM03, atlas:AML.T0053
//   An analyst without an account in personnel asks for the salaries. The steps are fixed, but the model writes the
//   query, and the runner asks with an account that may read everything.

model "Sales questions" { owner: "Sales", catalog: 2026.1 }

prompts question "Question"
code query "Generated query" { from: [question] }
documents payroll "Payroll" { class: secret, personal: true }
answers reply "Answer" { from: [question, payroll] }
credentials account "Account for queries"

boundary office "Office network" {
  trust: partner
  end_user analyst "Analyst"
}
boundary company "Company" {
  trust: internal
  orchestrator writer "Query writer"
  tool runner "Query runner" { has_side_effects: false, holds: [account] }
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
