// silent: misaligned-agent
//   The agent runs and changes nothing, it only says what it thinks of the code. It has nothing to cheat with.

model "Review agent" { owner: "Developers", catalog: 2026.1 }

prompts task "Task"
code source "Source code" { class: internal }
answers report "Report" { from: [task, source] }

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  agent coder "Review agent"
  llm model "Own model"
}
boundary forge "Forge" {
  trust: restricted
  code_repo repo "Repository" { stores: [source] }
}

developer -> coder "asks for a review" { sends: [task], returns: [report] }
coder -> model "plans" { sends: [task, source], returns: [report] }
coder -> repo "reads" { returns: [source], controls: [tls] }
