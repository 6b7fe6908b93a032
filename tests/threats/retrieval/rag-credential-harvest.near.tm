// silent: rag-credential-harvest
//   The index is made from edited manuals, in which nobody writes down a password in passing.

model "Helpdesk search" { owner: "IT support", catalog: 2026.1 }

prompts question "Question"
documents tickets "Manuals"
answers reply "Answer" { from: [question, tickets] }

boundary rooms "Offices" {
  trust: internal
  staff intern "Intern"
}

boundary company "Company" {
  trust: internal
  web_app desk "Search desk"
  document_store queue "Edited manuals" { stores: [tickets] }
  data_ingestion loader "Loader"
  rag_store index "Index"
  llm model "Own model"
}

loader -> queue { returns: [tickets] }
loader -> index { writes: [tickets] }
intern -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [tickets] }
desk -> model { sends: [question, tickets], returns: [reply] }
