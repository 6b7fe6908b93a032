// silent: api-no-auth
//   The service calls the shop and fetches the visits itself: it has no endpoint that a stranger could call.

model "Recommendations" { owner: "Data products", catalog: 2026.1 }
readings visit "Visit" { personal: true }
decisions ranking "Ranking" { from: [visit] }
boundary customer "Customer's shop" {
  trust: partner
  business_app shop "Shop backend"
}
boundary cloud "Cloud account" {
  trust: internal
  inference_api api "Recommendation API"
}
api -> shop { sends: [ranking], returns: [visit], controls: [tls] }
