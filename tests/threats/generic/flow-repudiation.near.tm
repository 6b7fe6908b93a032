// silent: flow-repudiation
//   The agent only asks what is in stock: nothing is ordered or changed that somebody could deny later.

model "Dealer orders" { owner: "Sales", catalog: 2026.1 }
documents order "Question about stock"
partner_agent buyer "Dealer's purchasing agent"
boundary sales "Sales" {
  trust: internal
  business_app desk "Order desk"
}
buyer -> desk { sends: [order], controls: [tls, mutual_auth] }
