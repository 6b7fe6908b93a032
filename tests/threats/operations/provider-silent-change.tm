// fires: provider-silent-change@risk
// draws: owasp-api-2023:API10, atlas:AML.T0031
//   The address check returns a score, and orders above 0.7 go out unseen. The provider puts a new model
//   behind the same address; 0.7 now means half as sure, and for three weeks parcels go to whoever ordered in
//   another's name.

model "Order release" { owner: "Fulfilment", catalog: 2026.1 }
documents address "Address" { personal: true }
decisions score "Risk score" { from: [address] }
orders order "Order"
end_user buyer "Buyer"
third_party_api risk "Address check"
boundary shop "Shop" {
  trust: internal
  web_app page "Shop pages" { controls: [auth, mfa] }
  business_app release "Order release"
}
buyer -> page { sends: [order], controls: [tls] }
page -> release { sends: [order] }
release -> risk { sends: [address], returns: [score], controls: [tls] }
