// fires: tool-misuse@helper->refunds
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI02, owasp-agentic:T2, nist-ai-100-2:NISTAML.039, nist-ai-100-2:NISTAML.015, exchange:indirectpromptinjection, saif:riskRogueActions
//   A customer writes into a complaint that the money goes to another account. The agent pays back as it is allowed
//   to, with the account of the complaint as argument.

model "Refund agent" { owner: "Shop", catalog: 2026.1 }

documents complaint "Complaint" { class: internal }
tool_calls calls "Tool calls" { from: [complaint] }
tool_results results "Tool results"

anonymous_user customer "Customer"
model_provider llm "Hosted model"

boundary shop "Shop" {
  trust: internal
  ticket_system tickets "Complaints"
  agent helper "Refund agent"
  tool refunds "Refunds"
}

customer -> tickets "complains" { writes: [complaint], controls: [tls] }
helper -> tickets "reads" { returns: [complaint] }
helper -> llm "plans" { sends: [complaint], returns: [calls], controls: [tls] }
helper -> refunds "pays back" { sends: [calls], returns: [results] }
