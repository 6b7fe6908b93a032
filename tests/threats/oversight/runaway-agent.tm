// fires: runaway-agent@planner
// draws: owasp-llm-2025:LLM10, owasp-llm-2026:LLM06, owasp-agentic:T4, owasp-agentic:ASI08, nist-ai-100-2:NISTAML.017, exchange:airesourceexhaustion, saif:riskRunawayAgentToolLoops
//   A page of the web answers every search with a further question. The agent searches on, thousands of times in a
//   night, until the month's budget for the model is spent and other runs are refused.

model "Research agent" { owner: "Library", catalog: 2026.1 }

prompts task "Task"
tool_calls calls "Searches" { from: [task] }
tool_results hits "Results" { class: public }
answers report "Report" { from: [task, hits] }

model_provider llm "Hosted model"
public_web web "Web"

boundary house "Library" {
  trust: internal
  staff reader "Librarian"
  agent planner "Research agent"
  search_tool finder "Search"
}

reader -> planner "asks" { sends: [task], returns: [report] }
planner -> llm "plans" { sends: [task, hits], returns: [calls, report], controls: [tls] }
planner -> finder "searches" { sends: [calls], returns: [hits] }
finder -> web { returns: [hits], controls: [tls] }
