// fires: approval-spoof@coder->developer
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI09, owasp-agentic:T15, saif:riskRogueActions
//   An issue makes the agent put a long harmless explanation before a command, so that the command itself is out of
//   sight in the window that asks. The developer agrees, and it runs.

model "Asking agent" { owner: "Developers", catalog: 2026.1 }

documents issues "Issues" { class: public }
tool_calls commands "Commands" { from: [issues] }
tool_results output "Output" { from: [commands] }

anonymous_user stranger "Reporter"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  ticket_system tracker "Issue tracker"
  coding_agent coder "Coding agent"
  shell sh "Shell"
}

stranger -> tracker "reports" { writes: [issues], controls: [tls] }
coder -> tracker "reads" { returns: [issues] }
coder -> llm "plans" { sends: [issues, output], returns: [commands], controls: [tls] }
coder -> developer "shows what it will run" { sends: [commands] }
coder -> sh "runs" { sends: [commands], returns: [output] }
