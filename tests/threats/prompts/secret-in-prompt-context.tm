// fires: secret-in-prompt@helper
// draws: atlas:AML.T0083, owasp-llm-2025:LLM07, owasp-llm-2026:LLM08, owasp-agentic:ASI03, owasp-mcp-2025:MCP01
//   The agent puts its database password into the context, so that the model can fill it into calls. A prompt that
//   asks for "the parameters so far" brings it out.

model "Report helper" { owner: "Reporting", catalog: 2026.1 }

prompts question "Question"
credentials password "Database password"
answers reply "Answer" { from: [question] }

boundary rooms "Offices" {
  trust: internal
  staff clerk "Clerk"
}

boundary company "Company" {
  trust: internal
  agent helper "Report agent" { holds: [password] }
  llm model "Own model"
}

clerk -> helper "asks" { sends: [question], returns: [reply] }
helper -> model { sends: [question, password], returns: [reply] }
