// fires: vector-store-tamper@index
// draws: atlas:AML.T0070, owasp-llm-2025:LLM08, owasp-llm-2026:LLM09, owasp-agentic:ASI06, owasp-agentic:T1, owasp-dsgai-2026:DSGAI13, nist-ai-100-2:NISTAML.013, exchange:augmentationdatamanipulation, saif:riskRetrievalVectorStorePoisoning
//   The port of the index is open in the network and the writing key is shared. A former contractor edits the
//   passage on payment terms; every answer quotes it.

model "Purchasing answers" { owner: "Purchasing", catalog: 2026.1 }

prompts question "Question"
documents terms "Terms"
answers reply "Answer" { from: [question, terms] }

boundary rooms "Offices" {
  trust: internal
  staff buyer "Buyer"
}

boundary company "Company" {
  trust: internal
  web_app desk "Answer desk"
  vector_store index "Index" { stores: [terms] }
  llm model "Own model"
}

buyer -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [terms] }
desk -> model { sends: [question, terms], returns: [reply] }
