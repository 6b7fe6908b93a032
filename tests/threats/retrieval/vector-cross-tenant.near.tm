// silent: vector-cross-tenant
//   The service is set up once for each firm, with an index of its own; there is no other client in it.

model "Search for law firms" { owner: "Legal search", catalog: 2026.1 }

prompts question "Question"
documents briefs "Briefs" { class: confidential }
answers reply "Answer" { from: [question, briefs] }

partner firm "Law firm"

boundary service "Service" {
  trust: internal
  web_app desk "Search desk"
  rag_store index "Index" { stores: [briefs] }
  llm model "Own model"
}

firm -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
desk -> index { sends: [question], returns: [briefs] }
desk -> model { sends: [question, briefs], returns: [reply] }
