// silent: approval-spoof
//   Only the developer writes issues. Nobody else has a hand in what the window shows.

model "Asking agent" { owner: "Developers", catalog: 2026.1 }

documents issues "Issues" { class: public }
tool_calls commands "Commands" { from: [issues] }
tool_results output "Output" { from: [commands] }

model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  ticket_system tracker "Issue tracker"
  coding_agent coder "Coding agent"
  shell sh "Shell"
}

developer -> tracker "reports" { writes: [issues] }
coder -> tracker "reads" { returns: [issues] }
coder -> llm "plans" { sends: [issues, output], returns: [commands], controls: [tls] }
coder -> developer "shows what it will run" { sends: [commands] }
coder -> sh "runs" { sends: [commands], returns: [output] }
