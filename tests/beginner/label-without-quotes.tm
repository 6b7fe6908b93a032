//~ syntax; 3 elements, 2 flows, 2 data
model "Fraud scoring" { owner: "Risk", catalog: 2026.1 }

orders payment "Payments" { class: confidential, personal: true }
decisions score "Score" { from: [payment] }

end_user buyer "Buyer"

boundary core Core banking {
  trust: restricted
  web_app checkout "Checkout"
  inference_api scorer "Fraud model"
}

buyer -> checkout "pays" { sends: [payment], controls: [tls, auth] }
checkout -> scorer "score" { sends: [payment], returns: [score] }
