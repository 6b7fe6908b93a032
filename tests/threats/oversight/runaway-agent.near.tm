// silent: runaway-agent
//   The program searches three times, whatever comes back, and then writes. No model decides whether to go on.

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
  agent planner "Research program" { autonomous: false }
  search_tool finder "Search"
}

reader -> planner "asks" { sends: [task], returns: [report] }
planner -> llm "plans" { sends: [task, hits], returns: [calls, report], controls: [tls] }
planner -> finder "searches" { sends: [calls], returns: [hits] }
finder -> web { returns: [hits], controls: [tls] }
