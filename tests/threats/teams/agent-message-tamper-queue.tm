// fires: agent-message-tamper@planner->queue
// draws: owasp-agentic:ASI07, owasp-agentic:T12, exchange:agentmessagestructuremanipulation
//   The agents talk by a queue that the reporting page writes to as well. Somebody reports a fault in the form of a
//   message of the lead agent, and the next agent takes it for one.

model "Agents and a queue" { owner: "Repairs", catalog: 2026.1 }

documents reports "Fault reports"
answers jobs "Jobs" { from: [reports] }

anonymous_user passer "Anybody who reports a fault"

boundary works "Works" {
  trust: internal
  web_app page "Report page"
  message_queue queue "Jobs"
  agent sorter "Sorting agent"
  agent planner "Planning agent"
  llm model "Own model"
  staff crew "Crew"
}

passer -> page "reports" { sends: [reports], controls: [tls] }
page -> queue { writes: [reports] }
sorter -> queue "takes, adds" { writes: [jobs], returns: [reports] }
planner -> queue "takes" { returns: [jobs, reports] }
sorter -> model { sends: [reports], returns: [jobs] }
planner -> crew "sends out" { sends: [jobs] }
