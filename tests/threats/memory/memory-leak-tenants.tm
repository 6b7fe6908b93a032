// fires: memory-leak@memory
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, nist-ai-100-2:NISTAML.036, exchange:augmentationdataleak
//   Two firms share one instance of an assistant. It has learned the plans of the first by its questions, and helps
//   the second with them.

model "Shared assistant" { owner: "Assistant service", catalog: 2026.1 }

prompts question "Question"
documents notes "What was learned" { from: [question] }
answers reply "Answer" { from: [question, notes] }

boundary first "First firm" {
  trust: partner
  end_user ours "Employee of the first"
}
boundary second "Second firm" {
  trust: partner
  end_user theirs "Employee of the second"
}
boundary service "Assistant service" {
  trust: internal
  agent helper "Assistant" { multi_tenant: true }
  llm model "Own model"
  memory_store memory "Memory" { multi_tenant: true }
}

ours -> helper "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
theirs -> helper "asks" { sends: [question], returns: [reply], controls: [tls, auth] }
helper -> model { sends: [question, notes], returns: [reply] }
helper -> memory { writes: [notes], returns: [notes] }
