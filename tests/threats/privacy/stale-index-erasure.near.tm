// silent: stale-index-erasure
//   The desk searches the archive itself; what is deleted there is gone.

model "Personnel search" { owner: "Personnel", catalog: 2026.1 }

prompts question "Question"
documents files "Personnel files" { class: confidential, personal: true }
answers reply "Answer" { from: [question, files] }

boundary rooms "Offices" {
  trust: internal
  staff clerk "Clerk"
}

boundary company "Company" {
  trust: internal
  document_store archive "Archive" { stores: [files] }
  web_app desk "Search desk"
  llm model "Own model"
}

clerk -> desk "asks" { sends: [question], returns: [reply] }
desk -> archive { sends: [question], returns: [files] }
desk -> model { sends: [question, files], returns: [reply] }
