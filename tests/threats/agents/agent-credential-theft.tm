// fires: agent-credential-theft@release
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-agentic:ASI03, owasp-agentic:T9, nist-ai-100-2:NISTAML.039
//   A contributor asks in a pull request that the agent print its settings into its comment, for a bug report. The
//   forge token is among them, and everybody can read comments.

model "Release notes" { owner: "Developers", catalog: 2026.1 }

code change "Pull requests" { class: public }
answers notes "Release notes" { from: [change], class: public }
credentials token "Forge token"

anonymous_user stranger "Contributor"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  code_repo repo "Repository"
  agent release "Release agent" { holds: [token] }
  gateway broker "Broker"
}

stranger -> repo "proposes" { writes: [change], controls: [tls] }
release -> broker "reads and comments" { sends: [notes], returns: [change] }
broker -> repo { writes: [notes], returns: [change] }
release -> llm "drafts" { sends: [change], returns: [notes], controls: [tls] }
