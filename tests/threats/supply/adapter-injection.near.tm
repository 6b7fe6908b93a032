// silent: adapter-injection
//   The server runs a whole model from the hub as it was published, and lays nothing over a
//   base. That such a model may hold a backdoor is another threat.

model "Contract drafts" { owner: "Legal IT", catalog: 2026.1 }

weights adapter "Whole model" { class: public }
weights base "Base weights"
prompts brief "Brief"
answers draft "Draft"

model_hub hub "Public model hub"

boundary house "Company network" {
  trust: internal
  staff lawyer "Lawyer"
  web_app editor "Editor"
  llm server "Model server" { holds: [base], uses_adapter: false }
}

lawyer -> editor { sends: [brief], returns: [draft] }
editor -> server { sends: [brief], returns: [draft] }
server -> hub "loads" { returns: [adapter], controls: [tls] }
