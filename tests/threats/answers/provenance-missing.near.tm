// silent: provenance-missing
//   Drafts go to an editor in the house, who knows what wrote them, and nothing is posted by the agent.

model "Forum voice" { owner: "Community", catalog: 2026.1 }

documents threads "Forum threads" { class: public }
answers post "Post" { from: [threads] }

public_web board "Public forum"

boundary company "Company" {
  trust: internal
  agent writer "Forum agent"
  staff editor "Editor"
  llm model "Own model"
}

writer -> board "reads" { returns: [threads], controls: [tls] }
editor -> writer "takes over" { returns: [post] }
writer -> model { sends: [threads], returns: [post] }
