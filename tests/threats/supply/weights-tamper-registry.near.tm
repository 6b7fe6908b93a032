// silent: weights-tamper-registry
//   Only descriptions of models are kept. Weights go from the tuning step straight to the
//   server and lie nowhere in between.

model "Purchasing agent" { owner: "Purchasing IT", catalog: 2026.1 }

weights tuned "Tuned weights"
documents card "Model card"
prompts task "Task"
answers plan "Plan"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary cloud "Cloud account" {
  trust: internal
  fine_tuning tuner "Fine-tuning"
  document_store registry "Model cards" { stores: [card] }
  llm server "Model server" { holds: [tuned] }
  agent buyer "Purchasing agent"
}

tuner -> registry { writes: [card] }
scientist -> registry "reads the card" { returns: [card], controls: [tls, auth] }
tuner -> server "rolls out" { sends: [tuned], one_way: true }
buyer -> server { sends: [task], returns: [plan] }
