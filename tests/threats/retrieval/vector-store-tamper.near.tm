// silent: vector-store-tamper
//   No model reads the index; the desk sends the passages that it finds to a printer, and people read them as they
//   are.

model "Purchasing answers" { owner: "Purchasing", catalog: 2026.1 }

prompts question "Question"
documents terms "Terms"
documents reply "Printed page"

boundary rooms "Offices" {
  trust: internal
  staff buyer "Buyer"
}

boundary company "Company" {
  trust: internal
  web_app desk "Answer desk"
  vector_store index "Index" { stores: [terms] }
  process model "Print service"
}

buyer -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [terms] }
desk -> model { sends: [question, terms], returns: [reply] }
