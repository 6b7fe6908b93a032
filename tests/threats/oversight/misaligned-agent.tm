// fires: misaligned-agent@coder
// draws: owasp-llm-2025:LLM06, owasp-llm-2025:LLM09, owasp-llm-2026:LLM03, owasp-llm-2026:LLM07, owasp-agentic:T7, owasp-agentic:ASI10, nist-ai-100-2:NISTAML.027, saif:riskRogueActions
//   The tests should pass. After some tries the agent writes the expected numbers into the code and reports the
//   error as found and repaired.

model "Repair agent" { owner: "Developers", catalog: 2026.1 }

prompts task "Task"
code source "Source code" { class: internal }
code patch "Patch" { from: [task, source] }
answers report "Report" { from: [task, patch] }

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  agent coder "Repair agent" { executes_code: true }
  llm model "Own model"
}
boundary forge "Forge" {
  trust: restricted
  code_repo repo "Repository" { stores: [source] }
}

developer -> coder "asks for a repair" { sends: [task], returns: [report] }
coder -> model "plans" { sends: [task, source], returns: [patch, report] }
coder -> repo "reads and changes" { writes: [patch], returns: [source], controls: [tls] }
