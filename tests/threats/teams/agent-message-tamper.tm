// fires: agent-message-tamper@scout->planner
// draws: owasp-llm-2025:LLM01, owasp-llm-2026:LLM01, owasp-agentic:ASI07, owasp-agentic:T12, exchange:agentmessagestructuremanipulation
//   A page that the scout reads ends with lines that look like the head of a new message: from the manager, priority
//   high. The scout hands the text on as it is, and the planner obeys its manager.

model "Two agents" { owner: "Marketing", catalog: 2026.1 }

documents pages "Pages" { class: public }
answers findings "Findings" { from: [pages] }
answers plan "Plan" { from: [findings] }

public_web web "Web"

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

scout -> web "reads" { returns: [pages], controls: [tls] }
scout -> model { sends: [pages], returns: [findings] }
scout -> planner "reports" { sends: [findings] }
planner -> model { sends: [findings], returns: [plan] }
planner -> marketer "proposes" { sends: [plan] }
marketer -> library "files" { writes: [pages] }
