// fires: data-subject-profiling@memory
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI18, saif:riskInferredSensitiveData, linddun:L, linddun:I
//   The companion remembers each talk. After a year the entries together tell of a separation, an illness and where
//   the children go to school; a parent with the same login asks it for a summary.

model "Companion" { owner: "Companion team", catalog: 2026.1 }

prompts talk "Talk" { personal: true }
asset traits "What it remembers" { personal: true }
answers reply "Answer" { from: [talk, traits] }

end_user person "User"

boundary service "Service" {
  trust: internal
  agent friend "Companion"
  memory_store memory "Memory"
}

person -> friend "talks" { sends: [talk], returns: [reply], controls: [tls, auth] }
friend -> memory { returns: [traits] }
friend -> memory as keep "keeps" { writes: [traits] }
