// fires: destructive-action@keeper->cloud
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI02, owasp-agentic:T2, nist-ai-100-2:NISTAML.027, exchange:agentescape, saif:riskRogueActions
//   An alarm says that the disk is full. The agent decides that the oldest volume is not needed and has the control
//   plane delete it; it was the database.

model "Night watch" { owner: "Operations", catalog: 2026.1 }

logs alarms "Alarms"
tool_calls calls "Commands" { from: [alarms] }
tool_results state "State of the machines"

model_provider llm "Hosted model"

boundary ops "Operations" {
  trust: internal
  monitoring watch "Monitoring"
  agent keeper "Night watch"
}
boundary machines "Machines" {
  trust: restricted
  control_plane cloud "Cloud account"
}

watch -> keeper "raises an alarm" { sends: [alarms] }
keeper -> llm "asks what to do" { sends: [alarms, state], returns: [calls], controls: [tls] }
keeper -> cloud "acts" { sends: [calls], returns: [state], controls: [tls] }
