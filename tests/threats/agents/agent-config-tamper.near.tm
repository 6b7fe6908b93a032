// silent: agent-config-tamper
//   The agent can only read its settings; the administrator alone writes them.

model "Issue agent" { owner: "Developers", catalog: 2026.1 }

documents issues "Issues" { class: public }
instructions rules "Agent's rules"
tool_calls commands "Commands" { from: [issues, rules] }

anonymous_user stranger "Reporter"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  admin_user admin "Administrator"
  ticket_system tracker "Issue tracker"
  coding_agent coder "Coding agent"
  config_store settings "Agent settings" { stores: [rules] }
}

stranger -> tracker "reports" { writes: [issues], controls: [tls] }
coder -> tracker "reads" { returns: [issues] }
coder -> llm "plans" { sends: [issues, rules], returns: [commands], controls: [tls] }
coder -> settings "reads" { returns: [rules] }
admin -> settings "sets up" { writes: [rules] }
