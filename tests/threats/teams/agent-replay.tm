// fires: agent-replay@planner->payer
// draws: owasp-llm-2025:LLM06, owasp-llm-2026:LLM03, owasp-agentic:ASI07, owasp-agentic:T16
//   A proxy between the two keeps what it forwards. Somebody takes one order to pay out of it and sends it again
//   each day; the paying agent has no way to see that it was done.

model "Paying agents" { owner: "Accounts", catalog: 2026.1 }

prompts task "Task"
orders pay "Payment" { from: [task] }
answers plan "Payment proposal" { from: [task] }
answers done "Receipt"

payment_service bank "Bank"

boundary desk "Desk" {
  trust: internal
  staff clerk "Clerk"
  agent planner "Planning agent"
  llm model "Own model"
}
boundary vault "Payments" {
  trust: restricted
  agent payer "Paying agent"
}

clerk -> planner "asks" { sends: [task] }
planner -> model "plans" { sends: [task], returns: [pay, plan] }
planner -> payer "has it paid" { sends: [pay], returns: [done] }
payer -> bank { sends: [pay], controls: [tls] }
