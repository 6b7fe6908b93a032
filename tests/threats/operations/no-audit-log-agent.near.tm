// silent: no-audit-log
//   Customers write into a system of tickets, which keeps each request with its number and the reply: what
//   the agent was asked is known from there, and no one asks the agent itself.

model "Refund agent" { owner: "Customer service", catalog: 2026.1 }
prompts wish "Request" { personal: true }
answers reply "Reply" { from: [wish] }
tool_calls call "Refund"
end_user customer "Customer"
boundary service "Customer service" {
  trust: internal
  agent clerk "Refund agent" { controls: [auth] }
  ticket_system forms "Request forms"
  llm model "Own model" { proprietary: false }
  tool refund "Refunds"
}
clerk -> forms { returns: [wish], writes: [reply] }
customer -> forms { writes: [wish], returns: [reply], controls: [tls] }
clerk -> model { sends: [wish], returns: [call, reply] }
clerk -> refund { sends: [call] }
