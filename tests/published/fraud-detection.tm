// A model that scores card payments and learns every week from disputes, chargebacks and analysts.
//
// Payments are scored while the terminal waits. High scores are declined, middling ones go to
// analysts. What cardholders say about their payments, what issuing banks charge back, and what
// analysts decide become the labels of the next model.
//
// Sources:
// - Le Borgne et al., "Reproducible Machine Learning for Credit Card Fraud Detection", Université
//   Libre de Bruxelles, 2022: the parts, and labels that come late and by way of investigators.
// - Lunghi et al., "Adversarial Learning in Real-World Fraud Detection", arXiv:2307.01390: what an
//   attacker of such a system knows, sees and can change.
// - Paladini et al., "Fraud Detection under Siege", ACM TOPS 2023, doi:10.1145/3613244: payments that
//   pass as good until the retrained model takes them for good.
// - Cartella et al., arXiv:2101.08030; FRAUD-RLA, arXiv:2502.02290: evasion of models on tables.
// - MITRE ATLAS AML.CS0002 (poisoning through a place where anybody may submit), AML.CS0009 (learning
//   from users); OWASP ML08, model skewing.

model "Card fraud scoring" {
  owner: "Payments Risk"
  version: "7.2"
  catalog: 2026.1
  appetite: low
  about: """
    Scores card payments for merchants in **80 milliseconds** and is retrained every week. A wrong
    decline costs a sale; a fraud that is let through costs the money.
  """
}

orders       payment   "Payment"             { class: confidential }
decisions    score     "Score and decision"  { from: [payment, profile, reputation] }
readings     device    "Device data"         { class: internal, personal: true }
decisions    reputation "Device reputation"  { class: internal }
training_set profile   "Spending profiles"   { class: confidential, personal: true, from: [payment] }
labels       dispute   "Cardholders' answers" { personal: true }
labels       chargeback "Chargebacks"        { personal: true }
labels       verdict   "Analysts' verdicts"
training_set history   "Labelled payments"   { from: [payment, dispute, chargeback, verdict] }
training_set holdout   "Hold-out month"      { from: [history] }
weights      model     "Fraud model"         { from: [history] }
logs         metrics   "Score statistics"

end_user         cardholder "Cardholder"                                  // fraudsters hold cards as well
partner          merchant   "Merchant"                                    // some of them are in on it
third_party_api  devices    "Device intelligence"

boundary issuers "Issuing banks" {
  trust: partner
  business_app issuer "Issuer's dispute desk"
}

boundary processor "Payment processor" {
  trust: internal
  controls: [audit_log]

  boundary online "Authorization" {
    gateway           gate     "Merchant gateway" { controls: [auth, rate_limit] }
    business_app      switch   "Payment switch"
    inference_service scorer   "Fraud scorer"     { use: detection, holds: [model] }
    feature_store     features "Feature store"    { stores: [profile], controls: [access_control] }
    database          ledger   "Payment ledger"   { stores: [payment], controls: [access_control, encryption_at_rest, backup] }
    monitoring        watch    "Score monitor"
  }

  boundary casework "Fraud operations" {
    feedback_collector intake  "Dispute intake"   { controls: [auth] }
    dashboard          cases   "Case queue"       { controls: [auth, access_control], use: decision_support }
    human_reviewer     analyst "Fraud analyst"
    feedback_store     labels  "Label store"      { stores: [dispute, chargeback, verdict] }
  }

  boundary lab "Model lab" {
    trust: restricted
    data_scientist scientist "Data scientist"
    training_data  archive   "Training archive" { stores: [history], controls: [access_control] }
    training       trainer   "Weekly training"
    evaluation     contest   "Champion against challenger" { controls: [model_validation] }
    eval_dataset   kept      "Hold-out set"     { stores: [holdout] }
    model_registry registry  "Model registry"   { stores: [model], controls: [access_control] }
  }
}

// A payment.
cardholder -> merchant "buys"            { sends: [payment, device] }
merchant   -> gate "asks to authorize"   { sends: [payment, device], returns: [score], protocol: https, controls: [tls] }
gate       -> switch                     { sends: [payment, device], returns: [score] }
switch     -> scorer "scores"            { sends: [payment, device], returns: [score] }
scorer     -> features                   { returns: [profile] }
scorer     -> devices "looks up"         { sends: [device], returns: [reputation], controls: [tls] }
switch     -> ledger                     { writes: [payment] }
switch     -> features as count "updates profiles" { writes: [profile] }
scorer     -> watch                      { sends: [metrics], one_way: true }

// What people say about it later.
cardholder -> issuer "disputes"          { sends: [dispute] }
issuer     -> intake "charges back"      { sends: [chargeback], controls: [tls, mutual_auth] }
cardholder -> intake as confirm "was that you?" { sends: [dispute], controls: [tls] }
switch     -> cases "holds for review"   { writes: [payment, score] }
analyst    -> cases "decides"            { returns: [payment, score], sends: [verdict] }
intake     -> labels                     { writes: [dispute, chargeback] }
cases      -> labels                     { writes: [verdict] }

// The next model.
trainer    -> labels                     { returns: [dispute, chargeback, verdict] }
trainer    -> ledger                     { returns: [payment] }
trainer    -> archive                    { returns: [history], writes: [history] }
trainer    -> registry                   { writes: [model] }
contest    -> kept                       { returns: [holdout] }
contest    -> registry                   { returns: [model] }
scorer     -> registry "loads"           { returns: [model] }
scientist  -> trainer "tunes"            { controls: [auth] }
scientist  -> archive "studies"          { returns: [history] }

question "How long do we wait before an undisputed payment counts as good?" { about: [labels], owner: "Payments Risk" }
