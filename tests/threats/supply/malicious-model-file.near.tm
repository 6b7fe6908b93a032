// silent: malicious-model-file
//   The server runs a model of the house and only looks up a description at the hub. No file
//   that could run code comes in.

model "Office agent" { owner: "Workplace IT", catalog: 2026.1 }

weights base "Own model"
documents card "Model card" { class: public }
prompts task "Task"
answers plan "Plan"

model_hub hub "Public model hub"

boundary house "Company network" {
  trust: internal
  staff clerk "Clerk"
  agent helper "Office agent"
  llm server "Model server" { holds: [base] }
}

clerk -> helper { sends: [task], returns: [plan] }
helper -> server { sends: [task], returns: [plan] }
server -> hub "looks up" { returns: [card], controls: [tls] }
