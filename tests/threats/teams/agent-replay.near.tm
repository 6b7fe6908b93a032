// silent: agent-replay
//   Between the agents goes a proposal that has no effect, however often it is heard. The clerk gives the order.

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
planner -> payer "proposes" { sends: [plan], returns: [done] }
clerk -> payer "has it paid" { sends: [pay] }
payer -> bank { sends: [pay], controls: [tls] }
