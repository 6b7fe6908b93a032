// silent: agent-credential-theft
//   A broker beside the agent holds the token and adds it to calls. The agent has never seen it.

model "Release notes" { owner: "Developers", catalog: 2026.1 }

code change "Pull requests" { class: public }
answers notes "Release notes" { from: [change], class: public }
credentials token "Forge token"

anonymous_user stranger "Contributor"
model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  code_repo repo "Repository"
  agent release "Release agent"
  gateway broker "Broker" { holds: [token] }
}

stranger -> repo "proposes" { writes: [change], controls: [tls] }
release -> broker "reads and comments" { sends: [notes], returns: [change] }
broker -> repo { writes: [notes], returns: [change] }
release -> llm "drafts" { sends: [change], returns: [notes], controls: [tls] }
