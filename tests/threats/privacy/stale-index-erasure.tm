// fires: stale-index-erasure@index
// draws: owasp-llm-2025:LLM08, owasp-llm-2025:LLM02, owasp-llm-2026:LLM09, owasp-dsgai-2026:DSGAI07, owasp-dsgai-2026:DSGAI08, saif:riskExcessiveDataHandling, linddun:Nc, linddun:U
//   A former employee has her file deleted. The archive is clean, the index was filled before, and answers still
//   quote her warning letter.

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
  data_ingestion loader "Loader"
  vector_store index "Index"
  web_app desk "Search desk"
  llm model "Own model"
}

loader -> archive { returns: [files] }
loader -> index { writes: [files] }
clerk -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [files] }
desk -> model { sends: [question, files], returns: [reply] }
