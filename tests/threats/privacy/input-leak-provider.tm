// fires: input-leak-provider@desk->llm
// draws: atlas:AML.T0025, owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI01, owasp-dsgai-2026:DSGAI15, nist-ai-100-2:NISTAML.036, exchange:inputdataleak, saif:riskExcessiveDataHandlingDuringInference, linddun:DD
//   A lawyer pastes a contract before its signing. The desk sends all of it to the provider, where staff who look
//   into abuse alarms read it.

model "Clause check" { owner: "Legal", catalog: 2026.1 }

documents draft "Draft contract" { class: confidential }
answers notes "Notes" { from: [draft] }

model_provider llm "Hosted model"

boundary rooms "Offices" {
  trust: internal
  staff lawyer "Lawyer"
}

boundary firm "Law firm" {
  trust: internal
  web_app desk "Clause desk"
}

lawyer -> desk "pastes" { sends: [draft], returns: [notes] }
desk -> llm { sends: [draft], returns: [notes], controls: [tls] }
