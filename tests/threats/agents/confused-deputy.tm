// fires: confused-deputy@worker->helper
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI03, owasp-agentic:T3, nist-ai-100-2:NISTAML.039, exchange:agentescape, saif:riskAgenticDelegationConfusedDeputy
//   An employee asks for the salary of a colleague. The agent looks it up with its own account, which may read all
//   records, and tells.

model "Staff desk" { owner: "Personnel", catalog: 2026.1 }

prompts question "Question"
documents records "Personnel records" { class: confidential, personal: true }
answers reply "Answer" { from: [question, records] }

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
helper -> llm { sends: [question, records], returns: [reply], controls: [tls] }
helper -> people "looks up" { returns: [records], controls: [tls] }
