// fires: flow-repudiation@buyer->desk
// draws: owasp-agentic:T8
//   A dealer's purchasing agent orders a machine, the price falls, and the dealer says that it never ordered.
//   The desk has a row in a table that anybody there could have written, and nothing that ties the order to
//   the agent or to who runs it.

model "Dealer orders" { owner: "Sales", catalog: 2026.1 }
orders order "Order"
partner_agent buyer "Dealer's purchasing agent"
boundary sales "Sales" {
  trust: internal
  business_app desk "Order desk"
}
buyer -> desk { sends: [order], controls: [tls, mutual_auth] }
