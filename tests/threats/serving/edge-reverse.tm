// fires: edge-reverse@app
// draws: owasp-ml-2023:ML05, nist-ai-100-2:NISTAML.031, exchange:runtimemodelleak, saif:riskModelReverseEngineering, atlas:AML.T0035, atlas:AML.T0044
//   Somebody unpacks the app with a free tool, finds the model file among its assets, loads it in a notebook,
//   and has both a copy to sell and the gradients to search for photos that fool it.

model "Plant doctor app" { owner: "Garden apps", catalog: 2026.1 }
readings photo "Photo of a leaf" { class: public }
weights leaf "Leaf model"
decisions illness "Illness" { from: [photo] }
end_user gardener "Gardener"
boundary phone "Gardener's phone" {
  trust: untrusted
  mobile_app app "Plant doctor" { holds: [leaf] }
}
boundary cloud "Cloud account" {
  trust: internal
  model_registry models "Model registry" { stores: [leaf], controls: [access_control] }
  gateway updates "Update service" { controls: [auth] }
}
gardener -> app { sends: [photo], returns: [illness] }
app -> updates "fetches the model" { returns: [leaf], controls: [tls] }
updates -> models { returns: [leaf] }
