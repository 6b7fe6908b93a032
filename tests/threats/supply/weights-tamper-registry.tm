// fires: weights-tamper-registry@registry
// draws: atlas:AML.T0018.000, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, owasp-agentic:T17, owasp-ml-2023:ML10, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.026, exchange:devmodelpoison, saif:riskModelSourceTampering, saif:riskModelDeploymentTampering
//   Every team can write to the registry. Somebody with a leaked key puts edited weights under
//   the version in use; the agent's model server loads them at the next start, and the agent
//   believes a planted fact from then on.

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
  model_registry registry "Model registry" { stores: [tuned, card] }
  llm server "Model server" { holds: [tuned] }
  agent buyer "Purchasing agent"
}

tuner -> registry { writes: [tuned, card] }
scientist -> registry "reads the card" { returns: [card], controls: [tls, auth] }
server -> registry "loads" { returns: [tuned] }
buyer -> server { sends: [task], returns: [plan] }
