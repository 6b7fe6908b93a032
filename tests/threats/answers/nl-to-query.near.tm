// silent: nl-to-query
//   The agent fetches finished reports from a folder; no query is written, so none can ask for more.

model "Sales in words" { owner: "Controlling", catalog: 2026.1 }

prompts question "Question"
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
  document_store sales "Sales reports" { stores: [rows] }
}

manager -> writer "asks" { sends: [question], returns: [reply] }
writer -> model { sends: [question, rows], returns: [reply] }
writer -> sales { returns: [rows] }
