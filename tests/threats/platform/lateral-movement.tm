// fires: lateral-movement@agent->vault
// draws: atlas:AML.T0112, atlas:AML.T0091.000, owasp-agentic:T3, maestro:LX.2, maestro:L4.6, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent
//   The agent that answers strangers runs a library with a flaw. Somebody takes its process
//   over, asks the vault with the agent's account for every key it gives, and goes on to the
//   warehouse system with one of them.

model "Order desk" { owner: "Order desk", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer"
credentials keys "Keys of the shop"
orders order "Order"

anonymous_user visitor "Visitor"

boundary front "Front" {
  trust: internal
  agent agent "Order agent"
  deployment rollout "Rollout"
}

boundary core "Core" {
  trust: restricted
  secrets_store vault "Vault" { stores: [keys], controls: [encryption_at_rest] }
  business_app warehouse "Warehouse"
}

visitor -> agent { sends: [question], returns: [reply], controls: [tls] }
rollout -> vault "fetches one key" { returns: [keys], controls: [tls] }
agent -> vault "asks for keys" { returns: [keys], controls: [tls] }
agent -> warehouse { sends: [order], controls: [tls, auth] }
