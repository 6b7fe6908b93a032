// fires: api-no-auth@shop->api
// draws: owasp-api-2023:API2, exchange:genericsecthreats, saif:riskInsecureIntegratedComponent, atlas:AML.T0040
//   The recommendation service was set up for one shop and asks for no key. Somebody finds its address in the
//   shop's script and calls it from elsewhere: they use it for a shop of their own and learn what sells.

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
shop -> api { sends: [visit], returns: [ranking], controls: [tls] }
