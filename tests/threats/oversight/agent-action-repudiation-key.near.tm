// silent: agent-action-repudiation
//   A fixed program asks a hosted model with a key and passes the answer on. It holds a key, but nothing is done with it
//   in anybody's name.

model "Help page" { owner: "Customer service", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }
credentials key "Provider key"

model_provider llm "Hosted model"

boundary company "Company" {
  trust: internal
  staff colleague "Colleague"
  orchestrator helper "Help service" { holds: [key] }
}

colleague -> helper "asks" { sends: [question], returns: [reply] }
helper -> llm { sends: [question], returns: [reply], controls: [tls] }
