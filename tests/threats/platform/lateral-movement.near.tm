// silent: lateral-movement
//   The agent has no way to the vault. The rollout, which no stranger talks to, fetches the one
//   key that the agent needs.

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
agent -> warehouse { sends: [order], controls: [tls, auth] }
