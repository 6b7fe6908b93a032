// One of each.
import "vendors.tm" as vendor

model "Desk" {
  owner: "Ana \"A\""; review: every 3 months
  about: """
    For a **public** audience.
  """
}

kind fraud_api: inference_api "Fraud" { trust: partner }
boundary cloud "Cloud" {
  gateway waf "Gateway" { controls: [auth, tls], exposed: true }
}
visitor -> waf as front "ask" { timeout: 30d, share: 99.9% }
waf <-> vendor.llm -> waf
mitigate prompt-injection on visitor -> waf { with: prompt_guard, until: 2027-06-30 }
require auth on any gateway
off confabulation on *
reviewed 2026-10-01 { by: "Guild" }
threat leak "Leaks" {
  when: writes documents and receiver is document_store
    or target.exposed and not crosses up
  lowered_by: { provenance: 2 } /* in
    two lines */
  refs: [atlas:AML.T0070, nist-ai-rmf:"GOVERN 1.1"]
}
use rag(waf) as r
llm b "B" what is this
}
