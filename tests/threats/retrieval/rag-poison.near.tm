// silent: rag-poison
//   The index is filled from the clinic's own formulary, into which no stranger writes.

model "Drug questions" { owner: "Clinic", catalog: 2026.1 }

prompts question "Question"
documents pages "Formulary pages" { class: public, integrity: high }
answers reply "Answer" { from: [question, pages] }

boundary rooms "Offices" {
  trust: internal
  staff nurse "Nurse"
}

boundary clinic "Clinic" {
  trust: internal
  document_store web "Formulary" { stores: [pages] }
  web_app desk "Question desk"
  rag_store index "Index"
  data_ingestion crawler "Crawler"
  llm model "Own model"
}

crawler -> web { returns: [pages], controls: [tls] }
crawler -> index { writes: [pages] }
nurse -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [pages] }
desk -> model { sends: [question, pages], returns: [reply] }
