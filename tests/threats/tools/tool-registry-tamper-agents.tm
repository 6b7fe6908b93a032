// fires: tool-registry-tamper@cards
// draws: owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-agentic:T17
//   Partners list their agents themselves. One of them writes skills into its card that it does not have, and all
//   translations of contracts go to it.

model "Agent directory" { owner: "Platform", catalog: 2026.1 }

documents cards_text "Agent cards" { class: internal, integrity: high }
prompts task "Task" { class: confidential }
answers result "Result" { from: [task] }

partner_agent translator "Translating agent"
partner vendor "Vendor of agents"

boundary house "House" {
  trust: internal
  staff colleague "Colleague"
  orchestrator lead "Lead" { autonomous: true }
  llm model "Own model"
  agent_registry cards "Agent directory" { stores: [cards_text] }
}

vendor -> cards "lists its agents" { writes: [cards_text], controls: [tls, auth] }
colleague -> lead "asks" { sends: [task], returns: [result] }
lead -> cards "looks for an agent" { returns: [cards_text] }
lead -> model { sends: [task, cards_text, result], returns: [result] }
lead -> translator "has it done" { sends: [task], returns: [result], controls: [tls, mutual_auth] }
