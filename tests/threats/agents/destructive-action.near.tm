// silent: destructive-action
//   What the agent calls starts a backup and can delete nothing.

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
  business_app cloud "Scheduler of backups"
}

watch -> keeper "raises an alarm" { sends: [alarms] }
keeper -> llm "asks what to do" { sends: [alarms, state], returns: [calls], controls: [tls] }
keeper -> cloud "starts a backup" { sends: [calls], returns: [state], controls: [tls] }
