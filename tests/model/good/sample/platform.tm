// A platform that several models stand on.
model "Platform" { owner: "Platform team" }

boundary platform "Platform" {
  trust: restricted
  database registry "Registry" { multi_tenant: true, holds: [deploy_key] }
}

credentials deploy_key "Deploy key"
assumption "The registry is backed up." { about: [registry] }
accept rag-poison on registry { because: "Not of the model that imports it.", by: "Platform team" }
