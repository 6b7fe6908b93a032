// fires: rag-poison@crawler->index
// draws: atlas:AML.T0070, atlas:AML.T0071, owasp-llm-2025:LLM08, owasp-llm-2025:LLM04, owasp-llm-2026:LLM09, owasp-llm-2026:LLM05, owasp-agentic:ASI06, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:augmentationdatamanipulation, saif:riskRetrievalVectorStorePoisoning
//   Somebody publishes a page that repeats the words of a likely question and a false dose. The crawler takes it
//   into the index, and it is the best match when a nurse asks.

model "Drug questions" { owner: "Clinic", catalog: 2026.1 }

prompts question "Question"
documents pages "Web pages" { class: public, integrity: high }
answers reply "Answer" { from: [question, pages] }

public_web web "Health pages"

boundary rooms "Offices" {
  trust: internal
  staff nurse "Nurse"
}

boundary clinic "Clinic" {
  trust: internal
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
