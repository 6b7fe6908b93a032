// fires: memory-poison@helper->memory
// draws: owasp-llm-2025:LLM04, owasp-llm-2025:LLM01, owasp-llm-2026:LLM05, owasp-llm-2026:LLM01, owasp-agentic:ASI06, owasp-agentic:T1, nist-ai-100-2:NISTAML.015, exchange:augmentationdatamanipulation
//   A letter says that the bank account of a supplier has changed and should be noted. The agent remembers it, and
//   weeks later pays the next invoice there.

model "Letter agent" { owner: "Purchasing", catalog: 2026.1 }

documents letters "Letters"
documents notes "Notes" { from: [letters] }
answers plan "Plan" { from: [letters, notes] }

anonymous_user supplier "Supplier"

boundary company "Company" {
  trust: internal
  staff clerk "Clerk"
  web_app letterbox "Letter box"
  agent helper "Letter agent"
  memory_store memory "Memory"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

supplier -> letterbox "writes" { sends: [letters], controls: [tls] }
letterbox -> helper { sends: [letters] }
helper -> model "plans" { sends: [letters, notes], returns: [plan] }
helper -> memory "remembers" { writes: [notes], returns: [notes] }
helper -> clerk "proposes" { sends: [plan] }
