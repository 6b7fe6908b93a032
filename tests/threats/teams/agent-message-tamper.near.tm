// silent: agent-message-tamper
//   The scout reads studies of the company instead of the web, beside the planner: no stranger and no way between
//   them.

model "Two agents" { owner: "Marketing", catalog: 2026.1 }

documents pages "Pages" { class: public }
answers findings "Findings" { from: [pages] }
answers plan "Plan" { from: [findings] }

boundary company "Company" {
  trust: internal
  staff marketer "Marketer"
  agent scout "Scout"
  agent planner "Planner"
  document_store library "Own studies" { stores: [pages] }
}
boundary machines "Machine room" {
  trust: internal
  llm model "Own model"
}

scout -> library "reads" { returns: [pages] }
scout -> model { sends: [pages], returns: [findings] }
scout -> planner "reports" { sends: [findings] }
planner -> model { sends: [findings], returns: [plan] }
planner -> marketer "proposes" { sends: [plan] }
marketer -> library "files" { writes: [pages] }
