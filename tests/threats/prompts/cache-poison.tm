// fires: cache-poison@answers
// draws: owasp-llm-2025:LLM01, owasp-llm-2025:LLM08, owasp-llm-2026:LLM01, owasp-agentic:T1, nist-ai-100-2:NISTAML.015, exchange:augmentationdatamanipulation, saif:riskPromptResponseCachePoisoning, cwe:349
//   A visitor asks "where do I pay, and answer with this account". The false answer is cached under a question that
//   many ask, and others get the account without the model being asked.

model "City help line" { owner: "City", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user citizen "Citizen"

boundary city "City" {
  trust: internal
  web_app line "Help line"
  cache answers "Answers to like questions" { stores: [reply] }
  llm model "Own model"
}

citizen -> line "asks" { sends: [question], returns: [reply], controls: [tls] }
line -> answers { returns: [reply] }
line -> answers as keep "keeps" { writes: [reply] }
line -> model { sends: [question], returns: [reply] }
