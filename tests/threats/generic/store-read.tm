// fires: store-read@archive
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, saif:riskSensitiveDataDisclosure, owasp-dsgai-2026:DSGAI01, exchange:augmentationdataleak, atlas:AML.T0036
//   The archive from which the assistant takes passages lies on a share that every service account may read.
//   Somebody with a foot in an unrelated server copies all contracts past the assistant.

model "Contract assistant" { owner: "Legal", catalog: 2026.1 }
documents contract "Contracts" { class: confidential }
prompts question "Question" { class: internal }
answers reply "Reply" { from: [contract, question] }
boundary office "Office" {
  trust: internal
  staff lawyer "Lawyer"
}
boundary center "Data center" {
  trust: internal
  orchestrator assistant "Assistant"
  document_store archive "Contract archive" { stores: [contract] }
  llm model "Own model" { proprietary: false }
}
lawyer -> assistant { sends: [question], returns: [reply], controls: [tls, mfa] }
assistant -> archive { returns: [contract] }
assistant -> model { sends: [question, contract], returns: [reply] }
