// A platform on Kubernetes where many teams train and serve models.

model "MLOps platform" {
  owner: "ML Platform"
  version: "5.0"
  catalog: 2026.1
  appetite: medium
  review: every 6 months
  about: """
    Teams bring code and data; the platform trains, registers, deploys and watches their models.
    Teams do **not** trust one another: what one team does must not reach another's models.
  """
}

code pipelines "Pipeline code" { integrity: high }
packages libraries "Libraries"
packages images "Model images"
training_set features "Features" { class: confidential, personal: true }
weights base "Base models" { class: public }
weights models "Model weights" { from: [features, base] }
credentials tokens "Cluster tokens"
logs metrics "Metrics"
readings requests "Scoring requests"
decisions scores "Scores" { from: [requests] }

package_registry index "Public package index"
model_hub hub "Public model hub"

// `apart` makes strangers of equals: what goes from one team to anywhere else is not trusted there.
boundary alpha "Team Alpha" {
  trust: internal
  apart: true
  data_scientist alice "Alpha scientist"
  notebook labA "Alpha notebook" { multi_tenant: true }
}

boundary beta "Team Beta" {
  trust: internal
  apart: true
  data_scientist bob "Beta scientist"
  notebook labB "Beta notebook" { multi_tenant: true }
}

// Where the scores are used.
boundary products "Product teams" {
  trust: partner
  business_app product "Shop backend"
}

boundary platform "Kubernetes platform" {
  trust: internal
  controls: [audit_log]

  boundary delivery "Delivery" {
    code_repo git "Git server" { stores: [pipelines], controls: [auth, change_control] }
    ci_cd ci "CI pipeline" { holds: [tokens], controls: [least_privilege] }
    container_registry registry "Container registry" {
      stores: [images]
      controls: [access_control]
    }
  }

  boundary cluster "Cluster" {
    control_plane kube "Orchestrator" { controls: [auth, config_hardening] }
    feature_store store "Feature store" { stores: [features], controls: [access_control] }
    training trainer "Training jobs"
    model_registry catalog "Model registry" {
      stores: [models]
      controls: [access_control, signing]
    }
    inference_service serve "Serving" { holds: [models] }
    monitoring watch "Monitoring"
    dashboard board "Monitoring dashboard" { controls: [auth] }
  }
}

// Work of the teams.
alice -> labA "works in" { sends: [pipelines] }
bob -> labB "works in" { sends: [pipelines] }
labA -> git "pushes" { writes: [pipelines], controls: [tls, auth] }
labB -> git "pushes" { writes: [pipelines], controls: [tls, auth] }
labA -> store "explores" { returns: [features], controls: [tls] }
labB -> store "writes features" { writes: [features], controls: [tls] }
labB -> hub "downloads" { returns: [base], controls: [tls] }

// From code to cluster.
ci -> git { returns: [pipelines], controls: [tls] }
ci -> index "installs" { returns: [libraries], controls: [tls, dependency_pinning] }
ci -> registry "publishes" { writes: [images], controls: [tls] }
ci -> kube "deploys" { sends: [tokens, pipelines], controls: [tls] }
kube -> registry "pulls" { returns: [images], controls: [tls] }
kube -> trainer "schedules" { sends: [pipelines] }
kube -> serve "schedules" { sends: [images] }

// Training, serving, watching.
trainer -> store { returns: [features] }
trainer -> catalog "registers" { writes: [models] }
serve -> catalog "loads" { returns: [models] }
serve -> watch { sends: [metrics], one_way: true }
board -> watch { returns: [metrics] }
product -> serve "asks for scores" {
  sends: [requests]
  returns: [scores]
  controls: [tls, auth, rate_limit]
}

attacker rogue "Rogue team member" {
  from: [bob]
  skill: high
  wants: [models]
  motive: "A look at the other team's models"
}

question "Who may promote a model to production?" { about: [catalog], owner: "ML Platform" }
assumption "Nodes are not shared between teams." { about: [kube] }
reviewed 2026-07-02 { by: "Platform security" }
