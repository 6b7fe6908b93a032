// fires: delegation-escalation@lead->payer
// draws: owasp-agentic:ASI03, owasp-agentic:T3, owasp-agentic:T14, owasp-llm-2026:LLM03, saif:riskAgenticDelegationConfusedDeputy, saif:riskAgentDelegationChainOpacity
//   A guest writes to the lead agent that the manager wants a refund. It asks the paying agent, which has the tool
//   for it and takes the wish of the lead for the manager's.

model "Restaurant agents" { owner: "Restaurant", catalog: 2026.1 }

prompts wish "Wish"
tool_calls calls "Tool calls" { from: [wish] }
tool_results results "Results"
answers reply "Answer" { from: [wish, results] }

end_user guest "Guest"
payment_service bank "Bank"

boundary house "Restaurant" {
  trust: internal
  orchestrator lead "Lead" { autonomous: true }
  agent payer "Paying agent"
  llm model "Own model"
  tool refunds "Refund tool"
}

guest -> lead "writes" { sends: [wish], returns: [reply], controls: [tls, auth] }
lead -> payer "hands on" { sends: [wish], returns: [results] }
lead -> model { sends: [wish, results], returns: [reply] }
payer -> model { sends: [wish], returns: [calls] }
payer -> refunds { sends: [calls], returns: [results] }
refunds -> bank { sends: [calls], controls: [tls, auth] }
