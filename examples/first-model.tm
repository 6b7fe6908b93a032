// A first model: one classifier, trained in house and served through a public API.
//
// Read it from top to bottom: what moves, who takes part, where trust changes, who calls whom.
// Then: trustline build examples/first-model.tm -o out

model "Parcel damage classifier" {
  owner: "Parcel ML"
  version: "1.0"
  catalog: 2026.1
  appetite: low
  about: """
    Customers send a photo of a parcel; the model says whether it is damaged.
    It is trained on photos from past claims, which show **people's homes**.
  """
}

// The data. Kinds bring defaults; say what differs.
training_set photos "Claim photos" { class: confidential, personal: true, integrity: high }
weights model "Classifier" { from: [photos] }
readings photo "Customer photo" { personal: true }
decisions verdict "Damage verdict" { from: [photo] }
packages wheels "Python packages"
credentials adminkey "Admin keys"

// Outside every boundary: each is a zone of its own, and untrusted unless the kind says more.
anonymous_user customer "Customer"
package_registry registry "Public package index"

boundary office "Office network" {
  trust: internal
  admin_user admin "ML administrator"
}

// A control on a boundary counts for all that stands in it and for every flow that crosses it.
boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  boundary serving "Serving" {
    inference_api api "Public API" { controls: [input_validation] }
    inference_service server "Model server" { holds: [model], modality: image }
  }

  boundary lab "Training" {
    trust: restricted
    training_data archive "Photo archive" { stores: [photos], controls: [access_control] }
    training job "Training job"
    model_storage bucket "Model bucket" { stores: [model] }
    secrets_store vault "Key vault" { stores: [adminkey], controls: [encryption_at_rest, mfa] }
  }
}

// Who calls whom: the arrow starts at the caller. `sends` goes with the call, `returns` comes back,
// `writes` goes along and stays.
customer -> api "photo" { sends: [photo], returns: [verdict], protocol: https, controls: [tls] }
api -> server { sends: [photo], returns: [verdict] }
job -> archive "reads" { returns: [photos] }
job -> registry "installs" { returns: [wheels], controls: [tls] }
job -> bucket "saves" { writes: [model] }
server -> bucket "loads at start" { returns: [model], controls: [tls] }
admin -> vault "unlocks" { returns: [adminkey], controls: [tls] }
admin -> archive "curates" { writes: [photos], controls: [tls] }

attacker prankster "Curious customer" {
  from: [customer]
  skill: low
  wants: [model]
  motive: "Copy the model, or have a claim paid"
}

// What has been decided so far. A planned control counts in the forecast only, until it is there.
control photo_limits: rate_limit "API limits" {
  on: [api]
  status: planned
  due: 2027-02-01
  owner: "Parcel ML"
}
mitigate model-extraction on server { with: [photo_limits], owner: "Parcel ML", ticket: "PML-31" }

assumption "Photos of past claims may be used for training; the claim form says so." {
  about: [photos]
}
question "Do we need to keep the photos once the model is trained?" {
  about: [archive]
  owner: "Data protection"
}
