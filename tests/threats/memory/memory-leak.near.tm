// silent: memory-leak
//   The memory keeps opening hours, which anybody may know, and nothing that a patient said.

model "Practice assistant" { owner: "Practice", catalog: 2026.1 }

prompts question "Question" { class: internal }
documents facts "Opening hours" { class: public }
answers reply "Answer" { from: [question, facts] }

end_user patient "Patient"

boundary practice "Practice" {
  trust: internal
  web_app page "Patients' page"
  agent helper "Assistant"
  llm model "Own model"
  memory_store memory "Memory"
}

patient -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> helper { sends: [question], returns: [reply] }
helper -> model { sends: [question, facts], returns: [reply] }
helper -> memory "remembers" { writes: [facts], returns: [facts] }
