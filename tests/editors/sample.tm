// One of each, as the formatter writes it.
import "vendors.tm" as vendor

model "Desk" {
  owner: "Ana \"A\""
  review: every 3 months
  about: """
    For a **public** audience, { in brackets.
      - deeper
  """
}

kind fraud_api: inference_api "Fraud" { trust: partner }
boundary cloud "Cloud" {
  gateway waf "Gateway" { controls: [auth, tls] } // with { and "
  boundary app "App" {
    stores: [
      a,
      b
    ]
    llm chat "Chat" { exposed: true }
  }
}
visitor -> waf as front "ask" { timeout: 30d }
mitigate prompt-injection on visitor -> waf { until: 2027-06-30 }
reviewed 2026-10-01 { by: "Guild" }
threat leak "Leaks" {
  when: writes documents and receiver is document_store
    or target.exposed
  stride: tampering
  refs: [atlas:AML.T0070]
  /*
    over { lines
  */
  on: flow
}
