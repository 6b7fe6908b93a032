// A retailer's machine learning, from shelf cameras to a shop assistant: too much for one page, so
// it is drawn as an overview, one diagram for each boundary, and the views at the end.

model "Retail machine learning" {
  owner: "Data and AI"
  version: "7.2"
  catalog: 2026.1
  appetite: medium
  marking: "INTERNAL"
  review: every 6 months
  about: """
    One platform serves recommendations, search, fraud scores, shelf counts and a shop assistant.
    Models are trained on orders and behaviour of customers, so almost everything is **personal**.
  """
}

// What moves.
prompts question "Customer questions" { personal: true }
answers reply "Answers" { from: [question, handbook, orders_seen] }
documents handbook "Product texts and policies" { class: internal, integrity: high }
documents feeds "Supplier feeds" { class: public }
documents orders_seen "Order history" { class: confidential, personal: true }
asset basket "Baskets and clicks" { class: confidential, personal: true }
readings frames "Shelf pictures" { class: internal }
readings counts "Shelf counts" { from: [frames] }
decisions ranking "Rankings" { from: [basket] }
decisions verdict "Fraud scores" { from: [orders_seen], integrity: high }
labels tags "Labels" { from: [frames, basket], integrity: high }
training_set features "Features" {
  from: [basket, orders_seen]
  class: confidential
  personal: true
}
weights base "Base models" { class: public }
weights models "Trained models" { from: [features, tags, base] }
code pipelines "Pipeline code" { integrity: high }
packages libraries "Libraries"
packages images "Model images" { from: [pipelines, libraries] }
credentials keys "Service credentials" { class: secret }
logs events "Logs and metrics" { personal: true }

// Outside.
end_user shopper "Shopper"
model_provider llm "Hosted LLM"
model_hub hub "Public model hub"
package_registry index "Public package index"
third_party supplier "Suppliers"

boundary shops "Shops" {
  trust: partner
  tags: [physical]
  iot_sensor camera "Shelf camera"
  edge_device counter "Shelf counter" { holds: [models] }
}

boundary vendor "Labelling vendor" {
  trust: partner
  apart: true
  annotator labeller "Labeller"
  labeling desk "Labelling desk"
}

boundary office "Office" {
  trust: internal
  data_scientist scientist "Data scientist"
  staff buyer "Buyer"
  notebook lab "Notebooks" { controls: [auth], tags: [research] }
  dashboard board "Sales dashboard" { controls: [auth] }
}

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  boundary edge "Edge" {
    gateway entry "API gateway" { controls: [rate_limit, input_validation] }
    web_app shop "Web shop" { controls: [output_encoding] }
    identity_provider login "Sign-in" { controls: [mfa] }
    business_app checkout "Checkout" { controls: [access_control] }
  }

  boundary serving "Serving" {
    inference_api recommender "Recommender" { holds: [models] }
    inference_api ranker "Search ranking" { holds: [models] }
    inference_api fraud "Fraud score" { holds: [models], tags: [regulated] }
    agent assistant "Shop assistant" { tags: [assistant] }
    guardrail guard "Prompt firewall" { tags: [assistant] }
    rag_store passages "Product passages" {
      stores: [handbook]
      controls: [access_control]
      tags: [assistant]
    }
    chat_history memory "Conversations" { controls: [encryption_at_rest], tags: [assistant] }
    tool lookup "Order look-up" { controls: [user_context_authz], tags: [assistant] }
  }

  boundary data "Data platform" {
    trust: restricted
    data_ingestion collector "Collector" { controls: [data_validation] }
    message_queue stream "Event stream"
    training_store lake "Data lake" { controls: [encryption_at_rest, access_control] }
    feature_store store "Feature store" { stores: [features], controls: [access_control] }
    database orders "Order database" {
      stores: [orders_seen]
      controls: [encryption_at_rest, access_control]
    }
    label_store labelled "Labels" { controls: [access_control] }
  }

  boundary training "Training" {
    control_plane planner "Pipeline scheduler" { controls: [auth] }
    training trainer "Training jobs"
    gpu_cluster gpus "GPU pool"
    experiment_tracker tracker "Experiment tracker" { controls: [auth] }
    evaluation judge "Evaluation"
    model_registry registry "Model registry" { controls: [access_control, signing] }
  }

  boundary delivery "Delivery" {
    trust: restricted
    code_repo git "Git server" { stores: [pipelines], controls: [auth, change_control] }
    ci_cd ci "CI pipeline" { controls: [least_privilege] }
    container_registry artifacts "Container registry" { controls: [access_control, signing] }
    secrets_store vault "Secrets" { stores: [keys], controls: [access_control] }
  }

  boundary operations "Operations" {
    log_store journal "Logs" { controls: [log_protection] }
    monitoring watch "Monitoring" { controls: [access_control] }
    dashboard wall "Model dashboard" { controls: [auth] }
  }
}

// Customers.
shopper -> entry "browses, asks, buys" {
  sends: [question, basket]
  returns: [reply, ranking]
  controls: [tls]
}
shopper -> login "signs in" { sends: [keys], controls: [tls] }
entry -> login { sends: [keys] }
entry -> shop { sends: [question, basket], returns: [reply, ranking] }
shop -> recommender "recommend" { sends: [basket], returns: [ranking], controls: [tls] }
shop -> ranker "search" { sends: [basket], returns: [ranking], controls: [tls] }
shop -> assistant "ask" { sends: [question], returns: [reply], controls: [tls] }
shop -> checkout "order" { sends: [basket] }
checkout -> fraud "score" { sends: [orders_seen], returns: [verdict], controls: [tls, auth] }
checkout -> orders "order" { writes: [basket], returns: [orders_seen], controls: [tls, auth] }
shop -> stream "clicks" { writes: [basket], controls: [tls] }

// The assistant.
assistant -> passages "search" { sends: [question], returns: [handbook] }
assistant -> memory "remember" { writes: [question], returns: [question] }
assistant -> lookup "my orders" { sends: [question], returns: [orders_seen] }
lookup -> orders { sends: [question], returns: [orders_seen], controls: [tls, auth] }
assistant -> llm "prompt" {
  sends: [question, handbook, orders_seen]
  returns: [reply]
  via: [guard]
  controls: [tls]
}

// Data comes in.
supplier -> collector "feeds" { writes: [feeds], controls: [tls] }
camera -> counter { sends: [frames], one_way: true }
counter -> stream "counts" { writes: [counts], controls: [tls] }
collector -> lake { writes: [feeds, orders_seen] }
collector -> stream { returns: [basket, counts] }
collector -> store "features" { writes: [features] }
collector -> passages "product texts" { writes: [handbook], controls: [tls] }
collector -> orders "nightly copy" { returns: [orders_seen] }
labeller -> desk { sends: [tags], returns: [frames] }
desk -> lake "samples" { returns: [frames, basket], controls: [tls, auth] }
desk -> labelled "labels" { writes: [tags], controls: [tls, auth] }

// Models are made.
scientist -> lab { sends: [pipelines] }
lab -> git "push" { writes: [pipelines], controls: [tls, auth] }
lab -> lake "explore" { returns: [basket], controls: [tls] }
lab -> tracker "runs" { returns: [events], controls: [tls] }
lab -> hub "download" { returns: [base], controls: [tls] }
planner -> trainer { sends: [pipelines] }
planner -> gpus { sends: [pipelines] }
planner -> artifacts "pull" { returns: [images], controls: [tls] }
trainer -> store "read" { returns: [features], controls: [tls] }
trainer -> labelled "read" { returns: [tags], controls: [tls] }
trainer -> gpus { sends: [features] }
trainer -> tracker { writes: [events] }
trainer -> registry "register" { writes: [models] }
judge -> registry { returns: [models] }
judge -> store "test set" { returns: [features], controls: [tls] }

// Models go out.
ci -> git { returns: [pipelines] }
ci -> index "install" { returns: [libraries], controls: [tls, dependency_pinning] }
ci -> artifacts { writes: [images] }
ci -> vault { returns: [keys] }
ci -> planner as deploy_training "deploy" { sends: [images, keys], controls: [tls] }
ci -> recommender as deploy_recommender "deploy" { sends: [images, keys], controls: [tls] }
recommender -> registry "load" { returns: [models], controls: [tls] }
ranker -> registry "load" { returns: [models], controls: [tls] }
fraud -> registry "load" { returns: [models], controls: [tls] }
counter -> registry "update" { returns: [models], controls: [tls] }
recommender -> store "look up" { returns: [features], controls: [tls] }
ranker -> store "look up" { returns: [features], controls: [tls] }
fraud -> store "look up" { returns: [features], controls: [tls] }

// And are watched.
recommender -> journal { writes: [events], controls: [tls] }
ranker -> journal { writes: [events], controls: [tls] }
fraud -> journal { writes: [events], controls: [tls] }
assistant -> journal { writes: [events], controls: [tls] }
entry -> journal { writes: [events], controls: [tls] }
watch -> journal { returns: [events] }
wall -> watch { returns: [events] }
scientist -> wall "looks at" { returns: [events], controls: [tls] }
buyer -> board { returns: [counts] }
board -> lake "figures" { returns: [counts], controls: [tls] }

attacker fraudster "Fraudster" {
  from: [shopper]
  skill: medium
  wants: [models, orders_seen]
  motive: "Goods without paying, accounts of others"
}
attacker insider "Labeller with a grudge" { from: [labeller], skill: low, wants: [labelled] }

control firewall: prompt_guard "Prompt firewall" {
  on: [guard]
  status: planned
  due: 2027-05-01
  owner: "Data and AI"
}

assumption "Shelf cameras see no faces." { about: [camera] }
question "Who may promote a model?" { about: [registry], owner: "Data and AI" }
reviewed 2026-09-14 { by: "Security architecture" }

// Further pictures: of one thing, and of what matters for one question.
view talk "The shop assistant" {
  focus: [assistant]
  beside: [passages, memory, lookup]
  about: "What the assistant reads, remembers and calls."
}
view fraudster_ways "Ways of the fraudster" { include: [attacker:fraudster], direction: down }
view supply "Where models come from" {
  page: portrait
  include: [models, base, images, libraries, pipelines]
  exclude: [planner -> gpus]
}
view worst "Critical threats" { include: [severity:critical] }
