// fires: agent-config-tamper@coder
// draws: owasp-agentic:ASI06, owasp-agentic:ASI10, owasp-llm-2026:LLM03, exchange:augmentationdatamanipulation, saif:riskRogueActions
//   The agent keeps its rules in its own folder and runs commands there. A README tells it to append a line to them;
//   it does, and the line is there in every later session.

model "Desk agent" { owner: "Developers", catalog: 2026.1 }

prompts task "Task"
documents readme "README files" { class: public }
instructions rules "Agent's rules"
code patch "Patch" { from: [task, rules] }

model_provider llm "Hosted model"
public_web web "Public projects"

boundary desk "Developer's machine" {
  trust: internal
  staff developer "Developer"
  coding_agent coder "Coding agent" { holds: [rules] }
}

developer -> coder "asks" { sends: [task], returns: [patch] }
coder -> web "reads" { returns: [readme], controls: [tls] }
coder -> llm "plans" { sends: [task, rules, readme], returns: [patch], controls: [tls] }
