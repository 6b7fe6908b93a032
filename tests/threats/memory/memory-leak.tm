// fires: memory-leak@memory
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, nist-ai-100-2:NISTAML.036, exchange:augmentationdataleak, saif:riskSensitiveDataDisclosure
//   One patient tells the assistant of an illness, which it remembers. Another asks what helps with tiredness; the
//   memory that fits best is the first one's, and the answer tells of it.

model "Practice assistant" { owner: "Practice", catalog: 2026.1 }

prompts question "Question" { class: internal }
documents facts "What patients said" { class: confidential, personal: true }
answers reply "Answer" { from: [question, facts] }

end_user patient "Patient"

boundary practice "Practice" {
  trust: internal
  web_app page "Patients' page"
  agent helper "Assistant"
  llm model "Own model"
  memory_store memory "Memory"
}

patient -> page "asks" { sends: [question, facts], returns: [reply], controls: [tls] }
page -> helper { sends: [question, facts], returns: [reply] }
helper -> model { sends: [question, facts], returns: [reply] }
helper -> memory "remembers" { writes: [facts], returns: [facts] }
