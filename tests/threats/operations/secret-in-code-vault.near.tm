// silent: secret-in-code
//   The release step has no key of its own: it fetches the signing key from the vault for each run, so there is none in
//   its settings or images.

model "Release of a model" { owner: "Release", catalog: 2026.1 }

weights detector "Detector"
credentials signkey "Signing key"

partner device "Customer's gateway"

boundary release "Release" {
  trust: internal
  model_registry models "Models" { stores: [detector] }
  deployment updates "Update server"
  secrets_store vault "Vault" { stores: [signkey] }
}

updates -> models { returns: [detector] }
updates -> vault "signs" { returns: [signkey] }
device -> updates "asks for updates" { returns: [detector], controls: [tls] }
