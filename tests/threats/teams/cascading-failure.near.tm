// silent: cascading-failure
//   The analyst takes each result from one agent and hands it to the next, and sees it between them. No agent builds
//   on another by itself.

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

analyst -> lead "asks for an outline" { sends: [task], returns: [draft] }
analyst -> researcher "asks" { sends: [task], returns: [findings] }
analyst -> writer "has it written" { sends: [findings], returns: [draft] }
lead -> model { sends: [task], returns: [draft] }
researcher -> model { sends: [task], returns: [findings] }
writer -> model { sends: [findings], returns: [draft] }
