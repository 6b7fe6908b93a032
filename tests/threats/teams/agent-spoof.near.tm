// silent: agent-spoof
//   The supplier runs a shop with an interface and no agent: there is no card and no discovery, and a false address
//   is the generic endpoint-spoof.

model "Buying agent" { owner: "Purchasing", catalog: 2026.1 }

prompts need "Need"
orders order "Order" { from: [need] }
answers offer "Offer"

third_party_api seller "Supplier's shop"

boundary company "Company" {
  trust: internal
  staff buyer_person "Buyer"
  agent buyer "Buying agent"
  llm model "Own model"
}

buyer_person -> buyer "needs" { sends: [need], returns: [offer] }
buyer -> model "plans" { sends: [need, offer], returns: [order] }
buyer -> seller "orders" { sends: [order], returns: [offer], controls: [tls] }
