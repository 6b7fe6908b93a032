// fires: tool-misuse@coder->repo
// draws: owasp-agentic:ASI02, owasp-agentic:T2, owasp-llm-2026:LLM03, exchange:indirectpromptinjection, saif:riskRogueActions
//   An issue asks for a small repair and says which address the updater should ask from now on. The agent writes it
//   into the code with the rest.

model "Repair agent" { owner: "Developers", catalog: 2026.1 }

documents issue "Issue" { class: public }
code source "Source code" { class: public }
code patch "Patch" { from: [issue, source] }

anonymous_user stranger "Reporter"

boundary company "Company" {
  trust: internal
  ticket_system tracker "Issue tracker"
  code_repo repo "Repository" { stores: [source] }
  agent coder "Repair agent"
  llm model "Own model"
}

stranger -> tracker "reports" { writes: [issue], controls: [tls] }
coder -> tracker "reads" { returns: [issue] }
coder -> model "plans" { sends: [issue, source], returns: [patch] }
coder -> repo "repairs" { writes: [patch], returns: [source] }
