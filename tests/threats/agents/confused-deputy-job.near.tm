// silent: confused-deputy
//   A job starts the agent every night with pages from the web. Nobody behind it asks for anything: what the pages say is
//   prompt-injection-indirect.

model "Nightly digest" { owner: "Press office", catalog: 2026.1 }

documents pages "Pages"
documents records "Contacts" { class: confidential, personal: true }
answers digest "Digest" { from: [pages, records] }
prompts plan "Plan" { from: [pages, records] }

public_web web "Web"

boundary company "Company" {
  trust: internal
  staff reader "Press officer"
  data_ingestion job "Nightly job"
  agent helper "Digest agent"
  llm model "Own model"
  database people "Contacts" { stores: [records] }
}

job -> web "fetches" { returns: [pages], controls: [tls] }
job -> helper "starts" { sends: [pages] }
helper -> people "looks up" { returns: [records] }
helper -> model { sends: [plan], returns: [digest] }
helper -> reader "shows" { sends: [digest] }
