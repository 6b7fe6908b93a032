// silent: provider-silent-change
//   What comes back is the official spelling of the address, which a clerk prints: no program decides by a
//   score whose meaning could shift.

model "Order release" { owner: "Fulfilment", catalog: 2026.1 }
documents address "Address" { personal: true }
documents score "Spelling of the address" { personal: true }
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
