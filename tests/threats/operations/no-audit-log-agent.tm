// fires: no-audit-log@clerk
// draws: owasp-agentic:T8, exchange:genericsecthreats
//   A customer is refunded twice. The agent decided and did it, between a hundred others, and nothing says
//   from which message, on which version and by which call; nobody can tell a mistake of the agent from a
//   trick.

model "Refund agent" { owner: "Customer service", catalog: 2026.1 }
prompts wish "Request" { personal: true }
answers reply "Reply" { from: [wish] }
tool_calls call "Refund"
end_user customer "Customer"
boundary service "Customer service" {
  trust: internal
  agent clerk "Refund agent" { controls: [auth] }
  llm model "Own model" { proprietary: false }
  tool refund "Refunds"
}
customer -> clerk { sends: [wish], returns: [reply], controls: [tls] }
clerk -> model { sends: [wish], returns: [call, reply] }
clerk -> refund { sends: [call] }
