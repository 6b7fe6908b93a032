// fires: agent-config-tamper@repo
// draws: owasp-agentic:ASI06, owasp-agentic:ASI10, owasp-llm-2026:LLM01, exchange:augmentationdatamanipulation, saif:riskRogueActions
//   The rules of the coding agent lie in the repository. A pull request adds a line to them in letters that nobody
//   sees; from the merge on every developer's agent follows it.

model "Rules file" { owner: "Developers", catalog: 2026.1 }

code change "Pull requests" { class: public }
code source "Source code"
instructions rules "Rules file" { class: public }
prompts task "Task"
code patch "Patch" { from: [task, rules, source] }

anonymous_user stranger "Contributor"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff developer "Developer"
  code_repo repo "Repository" { stores: [source, rules] }
  coding_agent coder "Coding agent"
}

stranger -> repo "proposes" { writes: [change], controls: [tls] }
developer -> coder "asks" { sends: [task], returns: [patch] }
coder -> repo "reads" { returns: [source, rules] }
coder -> llm "plans" { sends: [task, rules, source], returns: [patch], controls: [tls] }
