// A REST API that tells how customers feel, with a model trained on internal reviews.

model "Review sentiment API" {
  owner: "Customer Insights"
  version: "3.2"
  catalog: 2026.1
  appetite: low
  marking: "TLP:GREEN"
  review: every 6 months
  about: """
    Shops send the text of a review and get back a mood between -1 and 1. Partners pay per
    call. The model is retrained each quarter on reviews that the company collected itself.
  """
}

training_set reviews "Internal reviews" { class: confidential, personal: true }
weights mood "Sentiment model" { from: [reviews] }
readings text "Review text" { personal: true }
decisions score "Mood score" { from: [text] }
credentials apikey "API keys"
logs requests "Request log" { personal: true }
packages image "Model image"

// Not ours, but under contract: the kind brings the trust `partner`.
partner client "Shop system"

boundary dmz "Edge" {
  trust: internal
  gateway edge "API gateway" {
    holds: [apikey]
    controls: [auth, secret_management, resource_quota]
  }
}

boundary cluster "Inference cluster" {
  trust: internal
  inference_api endpoint "REST endpoint" { controls: [input_validation] }
  inference_service container "Model container" { holds: [mood], modality: text }
  log_store log "Log store" { controls: [access_control] }
}

// Few people may go here; nothing from outside leads in.
boundary train "Training account" {
  trust: restricted
  training_data corpus "Review corpus" {
    stores: [reviews]
    controls: [access_control, encryption_at_rest]
  }
  training trainer "Quarterly training"
  model_registry models "Model registry" { stores: [mood], controls: [access_control, signing] }
}

boundary build "Build" {
  trust: internal
  container_registry images "Image registry" { stores: [image], controls: [signing] }
}

client -> edge "review text" {
  sends: [text, apikey]
  returns: [score]
  protocol: https
  controls: [tls]
}
edge -> endpoint { sends: [text], returns: [score], controls: [tls] }
endpoint -> container { sends: [text], returns: [score] }
endpoint -> log "writes" { writes: [requests], one_way: true }
trainer -> corpus { returns: [reviews] }
trainer -> models "publishes" { writes: [mood] }
container -> models "loads" { returns: [mood], controls: [tls] }
container -> images "starts from" { returns: [image], controls: [tls] }

attacker rival "Rival analytics firm" {
  from: [client]
  skill: medium
  wants: [mood]
  motive: "A copy of the model at the price of some calls"
}

// A control of this system, with what shows that it works. It stands at the only way in, so it also
// counts for the model behind.
control quota: rate_limit "Calls per key" {
  on: [edge]
  status: verified
  evidence: "Load test 2026-08-14, runs/112"
  verified: 2026-08-14
  owner: "Platform"
}

// `rated` replaces the catalog's defaults by our own judgement; `accept` says who signs for the rest.
rated evasion-text on container {
  likelihood: 4
  impact: 2
  because: "A wrong mood costs a shop nothing but a chart."
  by: "Head of Insights"
}
accept evasion-text on container {
  because: "Nobody acts on a single mood."
  by: "Head of Insights"
  at: medium
  until: 2027-06-30
}
tested inference-flood on client -> edge {
  date: 2026-08-14
  by: "Platform"
  with: "wrk"
  result: held
  evidence: "runs/112"
}
reviewed 2026-09-03 { by: "Security guild", note: "Registry moved to the training account." }

assumption "Shops do not send names in review texts." { about: [text] }
question "How long is the request log kept?" { about: [log], owner: "Platform" }
