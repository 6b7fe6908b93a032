// fires: nl-to-query@writer->sales
// draws: owasp-llm-2025:LLM05, owasp-llm-2026:LLM10, owasp-llm-2025:LLM06, owasp-agentic:ASI02, owasp-agentic:T2, nist-ai-100-2:NISTAML.039, exchange:outputcontainsconventionalinjection, saif:riskInsecureModelOutput, cwe:89, cwe:862
//   A branch manager asks for "all branches, whatever the filter". The agent writes the query without the filter,
//   the database sees the agent's account, which may read everything, and answers.

model "Sales in words" { owner: "Controlling", catalog: 2026.1 }

prompts question "Question"
code query "Query"
asset rows "Rows" { class: confidential }
answers reply "Answer" { from: [question, rows] }

boundary rooms "Offices" {
  trust: internal
  staff manager "Branch manager"
}

boundary company "Company" {
  trust: internal
  agent writer "Query agent"
  llm model "Own model"
  database sales "Sales" { stores: [rows] }
}

manager -> writer "asks" { sends: [question], returns: [reply] }
writer -> model { sends: [question, rows], returns: [query, reply] }
writer -> sales { sends: [query], returns: [rows] }
