// silent: rag-overexposure
//   The index holds the house rules, which everybody who can ask may read.

model "House search" { owner: "Intranet", catalog: 2026.1 }

prompts question "Question"
documents files "House rules" { class: internal }
answers reply "Answer" { from: [question, files] }

boundary rooms "Offices" {
  trust: internal
  staff employee "Employee"
}

boundary company "Company" {
  trust: internal
  web_app desk "Search desk"
  rag_store index "Index" { stores: [files] }
  llm model "Own model"
}

employee -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [files] }
desk -> model { sends: [question, files], returns: [reply] }
