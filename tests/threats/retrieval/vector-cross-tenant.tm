// fires: vector-cross-tenant@index
// draws: atlas:AML.T0085.000, owasp-llm-2025:LLM08, owasp-llm-2026:LLM09, owasp-agentic:T3, owasp-dsgai-2026:DSGAI13, nist-ai-100-2:NISTAML.038, exchange:augmentationdataleak, saif:riskSensitiveDataDisclosure, cwe:639
//   A law firm asks about a rival. The filter for the client is a field of the request; left empty, the nearest
//   passages are those of the rival's own lawyers, and they stand in the answer.

model "Search for law firms" { owner: "Legal search", catalog: 2026.1 }

prompts question "Question"
documents briefs "Briefs" { class: confidential }
answers reply "Answer" { from: [question, briefs] }

partner firm "Law firm"

boundary service "Service" {
  trust: internal
  web_app desk "Search desk"
  rag_store index "Index" { multi_tenant: true, stores: [briefs] }
  llm model "Own model"
}

firm -> desk "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
desk -> index { sends: [question], returns: [briefs] }
desk -> model { sends: [question, briefs], returns: [reply] }
