// fires: excessive-agency@runner
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI02, owasp-agentic:T3, nist-ai-100-2:NISTAML.039
//   The runner has one account for all tables, though questions are about sales. The model misreads one, or is told
//   to, and its query reads salaries.

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
