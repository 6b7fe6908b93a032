// fires: rag-overexposure@desk->index
// draws: atlas:AML.T0085.000, atlas:AML.T0057, owasp-llm-2025:LLM08, owasp-llm-2025:LLM02, owasp-llm-2026:LLM09, owasp-llm-2026:LLM02, owasp-agentic:T3, nist-ai-100-2:NISTAML.038, exchange:augmentationdataleak, saif:riskSensitiveDataDisclosure, cwe:862
//   An employee asks what a colleague earns. The desk searches with its own rights, finds the letter in the
//   personnel files, and the answer names the sum.

model "House search" { owner: "Intranet", catalog: 2026.1 }

prompts question "Question"
documents files "Files of all departments" { class: confidential, personal: true }
answers reply "Answer" { from: [question, files] }

boundary rooms "Offices" {
  trust: internal
  staff employee "Employee"
}

boundary company "Company" {
  trust: internal
  web_app desk "Search desk"
  rag_store index "Index" { stores: [files] }
  llm model "Own model"
}

employee -> desk "asks" { sends: [question], returns: [reply] }
desk -> index { sends: [question], returns: [files] }
desk -> model { sends: [question, files], returns: [reply] }
