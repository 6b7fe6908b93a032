// silent: confused-deputy
//   The employee looks records up without the agent, with an account of the employee's own. The agent has nothing to
//   lend.

model "Staff desk" { owner: "Personnel", catalog: 2026.1 }

prompts question "Question"
documents records "Personnel records" { class: confidential, personal: true }
answers reply "Answer" { from: [question] }

model_provider llm "Hosted model"
end_user worker "Employee"

boundary company "Company" {
  trust: internal
  agent helper "Personnel assistant"
}
boundary core "Core systems" {
  trust: restricted
  database people "Personnel database" { stores: [records] }
}

worker -> helper "asks" { sends: [question], returns: [reply], controls: [tls] }
helper -> llm { sends: [question], returns: [reply], controls: [tls] }
worker -> people "looks up" { returns: [records], controls: [tls] }
