// A training pipeline: data comes in, is labeled, a model is trained, tested, registered and deployed.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "Training pipeline" {
  owner: "Machine learning" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    Records of customers and bought data train a model that predicts who will leave. Examples are labeled
    by an agency. A base model comes from a public hub. The release goes to the serving team.
  """
}

// What moves. Whoever can change what a model learns from can change what it does; whoever gets the
// weights has much of the data. Follow both through the picture.
training_set customers "Customer records" { class: confidential, personal: true }
training_set bought "Bought records" { class: internal }
labels marks "Labels"
weights base "Base model" { class: public }
weights release "Released model" { from: [customers, bought, base] }
decisions verdict "Test result" { from: [release] }
code pipeline "Pipeline code"
packages libraries "Libraries"
credentials token "Pipeline token"

// Not ours. On a hub anybody can publish; a supplier and an agency are partners under contract.
data_provider supplier "Data supplier"
model_hub hub "Model hub"
package_registry index "Package index"

boundary agency "Labeling agency" {
  trust: partner
  annotator labelers "Annotators"
}

boundary office "Office" {
  trust: internal
  data_scientist scientist "Data scientist"
}

boundary account "Machine learning account" {
  trust: internal
  controls: [audit_log]

  // What comes from outside is looked at here before anything learns from it.
  boundary intake "Intake" {
    trust: internal
    data_ingestion loader "Loader" { controls: [data_validation] }
    labeling desk "Labeling desk" { controls: [auth] }
  }

  // Personal data stays in here: few may read it, and nothing leads out but the finished model.
  boundary lab "Training" {
    trust: restricted
    controls: [network_segmentation]
    training_data set "Training data" {
      stores: [customers]
      controls: [access_control, encryption_at_rest, integrity_check]
    }
    training job "Training job" { controls: [sandboxing] }
    evaluation gate "Evaluation" { controls: [model_validation] }
    model_registry registry "Model registry" {
      stores: [release]
      controls: [access_control, integrity_check]
    }
  }

  boundary delivery "Code and builds" {
    trust: internal
    code_repo git "Code repository" {
      stores: [pipeline]
      controls: [access_control, change_control]
    }
    ci_cd ci "Build pipeline" {
      holds: [token]
      controls: [least_privilege, secret_management, artifact_scanning]
    }
  }
}

boundary products "Serving team" {
  trust: internal
  deployment rollout "Rollout"
}

loader -> supplier "fetches" { returns: [bought], protocol: https, controls: [tls] }
loader -> set "adds" { writes: [bought], controls: [tls] }
labelers -> desk "label" { sends: [marks], protocol: https, controls: [tls, mfa] }
desk -> set "adds" { writes: [marks], controls: [tls] }
job -> set "reads" { returns: [customers, bought, marks] }
job -> hub "downloads" { returns: [base], protocol: https, controls: [tls] }
job -> registry "registers" { writes: [release] }
gate -> registry "approves" { returns: [release], writes: [verdict] }

scientist -> git "pushes" { writes: [pipeline], protocol: ssh, controls: [tls, auth, mfa] }
ci -> git "checks out" { returns: [pipeline] }
ci -> index "installs" {
  returns: [libraries]
  protocol: https
  controls: [tls, dependency_pinning]
}
ci -> job "starts" { sends: [pipeline, libraries], controls: [tls] }
rollout -> registry "fetches" { returns: [release], controls: [tls] }

attacker labeler "Annotator who was paid twice" {
  from: [labelers]
  wants: [release]
  skill: low
  motive: "A competitor pays for wrong labels"
}

// CHANGE: a base model is a file from a stranger. It may run code when it is loaded, and nobody knows
// what it was taught.
control safe_files: safe_format "Only weights without code are loaded" {
  on: [job -> hub]
  status: implemented
  owner: "Machine learning"
}
control second_look: label_review "Every tenth label is checked" {
  on: [desk]
  status: planned
  owner: "Data team"
}

mitigate malicious-model-file on job -> hub { with: [safe_files], owner: "Machine learning" }

assumption "Customers have agreed to the use of their records." { about: [customers] }
question "How would a customer's record leave the data and the model?" {
  about: [set]
  owner: "Data protection"
}
