// fires: chaff-flood@filter
// draws: atlas:AML.T0046, owasp-agentic:T10, exchange:airesourceexhaustion
//   Before the real offer goes up, somebody lists ten thousand harmless things that look like forbidden
//   goods. The detector holds them all for review, the reviewers work through the pile with the oldest first,
//   and the real one sells meanwhile.

model "Listings check" { owner: "Marketplace", catalog: 2026.1 }
documents listing "Listing" { class: public }
decisions verdict "Hold or publish" { from: [listing] }
end_user seller "Seller"
boundary shop "Marketplace" {
  trust: internal
  web_app site "Seller pages" { controls: [auth] }
  inference_service filter "Forbidden goods detector" { modality: text, use: detection }
  dashboard queue "Review queue" { controls: [auth] }
  human_reviewer reviewer "Reviewer"
}
seller -> site { sends: [listing], controls: [tls] }
site -> filter { sends: [listing], returns: [verdict] }
site -> queue { sends: [listing, verdict] }
reviewer -> queue { returns: [listing, verdict] }
