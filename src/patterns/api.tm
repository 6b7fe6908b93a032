// A model behind an API of your own: customers call it, and pay for each call.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "Scoring API" {
  owner: "Scoring" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    Shops send the details of an order and get back how likely it is to be fraud. The model was trained in
    house; its weights are worth something, and so is a way around it.
  """
}

// What moves. Whoever may ask often enough learns how the model decides: to slip past it, or to copy it.
readings details "Order details" { class: confidential, personal: true }
decisions score "Fraud score" { from: [details] }
weights model "Fraud model" { integrity: high }
credentials keys "API keys"
logs usage "Usage records"

// Customers are partners: each has a key and a contract. What they send may still be anything.
partner shop "Shop"

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  // All that the internet can reach.
  boundary edge "Edge" {
    trust: internal
    gateway gate "API gateway" { holds: [keys], controls: [auth, rate_limit, secret_management] }
  }

  boundary serving "Serving" {
    trust: internal
    inference_api api "Scoring API" { controls: [input_validation, output_minimization] }
    inference_service server "Model server" { holds: [model], modality: tabular, use: [detection] }
    log_store meter "Usage records" { controls: [access_control, log_protection] }
    monitoring watch "Drift monitor" { controls: [drift_monitoring] }
  }

  // Where the weights lie, few may go; the server fetches, nobody pushes.
  boundary models "Models" {
    trust: restricted
    model_registry registry "Model registry" {
      stores: [model]
      controls: [access_control, signing, encryption_at_rest]
    }
  }
}

boundary office "Office" {
  trust: internal
  staff billing "Billing"
}

shop -> gate "order details" {
  sends: [details, keys]
  returns: [score]
  protocol: https
  controls: [tls]
}
gate -> api { sends: [details], returns: [score], controls: [tls] }
api -> server { sends: [details], returns: [score] }
api -> meter "counts" { writes: [usage], one_way: true }
server -> watch "scores" { sends: [score], one_way: true }
server -> registry "loads" { returns: [model], controls: [tls] }
billing -> meter "reads" { returns: [usage], protocol: https, controls: [tls, mfa] }

attacker tester "Card tester" {
  from: [shop]
  wants: [model]
  skill: high
  motive: "To learn which stolen cards pass"
}

// CHANGE: what you do about it.
control hardening: adversarial_training "Retrained with evasions that were seen" {
  on: [server]
  status: planned
  owner: "Scoring"
}

mitigate evasion-blackbox on server { with: [hardening], owner: "Scoring", ticket: "SCO-12" }
accept model-extraction on server {
  because: "A copy is stale within weeks: the model is retrained each month."
  by: "Head of scoring"
  at: medium
}

assumption "A key is used by one shop only." { about: [keys] }
question "How exact does the score have to be for shops to act on it?" {
  about: [score]
  owner: "Scoring"
}
