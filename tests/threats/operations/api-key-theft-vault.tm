// fires: api-key-theft@vault
// draws: exchange:genericsecthreats, atlas:AML.T0055
//   An engineer's role may read the whole vault. Their laptop is stolen unlocked; within minutes somebody
//   lists the keys of the model accounts and starts to sell access to them.

model "Model accounts" { owner: "Platform", catalog: 2026.1 }
credentials keys "Provider keys"
boundary laptops "Engineers" {
  trust: partner
  admin_user engineer "Engineer"
}
boundary platform "Platform" {
  trust: restricted
  secrets_store vault "Vault" { stores: [keys] }
}
engineer -> vault { returns: [keys], controls: [tls] }
