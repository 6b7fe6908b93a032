// fires: runtime-model-tamper@app
// draws: owasp-ml-2023:ML10, exchange:runtimemodelpoison, saif:riskModelDeploymentTampering, atlas:AML.T0018
//   Somebody unpacks the banking app, adds a small module to its cheque reader that reacts to one watermark,
//   packs it again and offers it as the app without advertisements. On the phones that have it, a cheque with
//   that mark reads ten times its amount.

model "Cheque reader" { owner: "Mobile banking", catalog: 2026.1 }
recordings cheque "Photo of a cheque"
weights reader "Cheque reader" { class: internal, integrity: high }
decisions amount "Amount read" { from: [cheque] }
end_user customer "Customer"
boundary phone "Customer's phone" {
  trust: untrusted
  mobile_app app "Banking app" { holds: [reader] }
}
boundary bank "Bank" {
  trust: internal
  gateway door "Bank gateway" { controls: [auth, mutual_auth] }
}
customer -> app { sends: [cheque] }
app -> door { sends: [amount], controls: [tls] }
