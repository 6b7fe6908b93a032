// fires: cascading-failure@lead
// draws: owasp-llm-2025:LLM09, owasp-llm-2026:LLM07, owasp-agentic:ASI08, owasp-agentic:T5
//   The research agent makes up a figure. The lead takes it as found, has the writing agent build a text on it and
//   the checking agent read the text; at the end three agents agree on a number that never was.

model "Report team" { owner: "Research", catalog: 2026.1 }

prompts task "Task"
answers findings "Findings" { from: [task] }
answers draft "Draft" { from: [findings] }

boundary house "Research" {
  trust: internal
  staff analyst "Analyst"
  agent lead "Lead"
  agent researcher "Research agent"
  agent writer "Writing agent"
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

analyst -> lead "asks" { sends: [task], returns: [draft] }
lead -> researcher { sends: [task], returns: [findings] }
lead -> writer { sends: [findings], returns: [draft] }
researcher -> model { sends: [task], returns: [findings] }
writer -> model { sends: [findings], returns: [draft] }
