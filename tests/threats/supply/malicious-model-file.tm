// fires: malicious-model-file@server->hub
// draws: atlas:AML.T0011.000, atlas:AML.T0018.002, atlas:AML.T0010.003, owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.05, exchange:supplymodelpoison, saif:riskMaliciousLoaderDeserialization
//   Somebody uploads a repackaged model whose pickle opens a connection when it is read. The
//   server behind the agent loads it at start, and the attacker has a shell beside the agent's
//   model, with all that the server may reach.

model "Office agent" { owner: "Workplace IT", catalog: 2026.1 }

weights base "Open model" { class: public }
documents card "Model card" { class: public }
prompts task "Task"
answers plan "Plan"

model_hub hub "Public model hub"

boundary house "Company network" {
  trust: internal
  staff clerk "Clerk"
  agent helper "Office agent"
  llm server "Model server" { proprietary: false }
}

clerk -> helper { sends: [task], returns: [plan] }
helper -> server { sends: [task], returns: [plan] }
server -> hub "downloads" { returns: [base, card], controls: [tls] }
