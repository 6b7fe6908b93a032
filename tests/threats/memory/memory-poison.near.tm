// silent: memory-poison
//   Only clerks of the company put letters in. What is remembered comes from them.

model "Letter agent" { owner: "Purchasing", catalog: 2026.1 }

documents letters "Letters"
documents notes "Notes" { from: [letters] }
answers plan "Plan" { from: [letters, notes] }

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

clerk -> letterbox "types in" { sends: [letters] }
letterbox -> helper { sends: [letters] }
helper -> model "plans" { sends: [letters, notes], returns: [plan] }
helper -> memory "remembers" { writes: [notes], returns: [notes] }
helper -> clerk "proposes" { sends: [plan] }
