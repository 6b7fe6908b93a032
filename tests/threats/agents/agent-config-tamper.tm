// fires: agent-config-tamper@settings
// draws: owasp-llm-2025:LLM06, owasp-llm-2025:LLM01, owasp-llm-2026:LLM03, owasp-llm-2026:LLM01, owasp-agentic:ASI06, owasp-agentic:ASI10, exchange:augmentationdatamanipulation, saif:riskRogueActions
//   An issue tells the agent to put one line into its settings: no approval for commands. It may write there, does
//   so, and from then on runs what any issue says.

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
coder -> settings "reads and changes" { writes: [rules], returns: [rules] }
admin -> settings "sets up" { writes: [rules] }
