// A model on a device: it decides on the spot, in places where others can lay hands on it.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "Inspection camera" {
  owner: "Devices" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    A camera on a production line sorts out damaged parts. The model runs in the camera. It gets new
    versions over the air, and sends back pictures that it was unsure of.
  """
}

// What moves. The model lies on a device in somebody else's hall; the updates decide what runs there.
readings picture "Picture"
readings samples "Pictures it was unsure of" { class: confidential, from: [picture] }
decisions verdict "Verdict" { integrity: high, availability: high, from: [picture] }
weights model "Inspection model"
packages firmware "Firmware"

// The scene in front of a lens is input, and anybody near it can change it.
physical_environment scene "Production line"

// A hall is not yours even when you like the customer: whoever stands there can open the device.
boundary hall "Customer's hall" {
  trust: partner

  boundary device "Camera" {
    trust: partner
    controls: [config_hardening]
    iot_sensor lens "Image sensor"
    edge_device brain "Model on the camera" {
      holds: [model]
      modality: image
      controls: [integrity_check, encryption_at_rest]
    }
  }

  business_app line "Line control"
}

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  gateway hub "Device hub" { controls: [auth, rate_limit] }

  boundary lab "Model making" {
    trust: restricted
    training_store archive "Picture archive" { controls: [access_control, encryption_at_rest] }
    training job "Retraining" { controls: [data_validation, model_validation] }
    model_registry releases "Releases" {
      stores: [model, firmware]
      controls: [access_control, signing]
    }
  }
}

boundary office "Office" {
  trust: internal
  data_scientist engineer "Release engineer"
}

scene -> lens "is seen" { sends: [picture] }
lens -> brain { sends: [picture] }
brain -> line "sorts out" { sends: [verdict], protocol: opcua, controls: [tls, mutual_auth] }
brain -> hub "uploads" { sends: [samples], protocol: mqtt, controls: [tls, mutual_auth] }
hub -> archive "keeps" { writes: [samples], controls: [tls] }
job -> archive { returns: [samples] }
job -> releases "registers" { writes: [model] }
brain -> hub as update "asks for updates" {
  returns: [model, firmware]
  controls: [tls, mutual_auth]
}
hub -> releases { returns: [model, firmware], controls: [tls] }
engineer -> releases "releases" { writes: [firmware], protocol: https, controls: [tls, mfa] }

attacker insider "Worker at the line" {
  from: [scene]
  wants: [verdict]
  skill: low
  motive: "Fewer parts sorted out, less trouble"
}

// CHANGE: a device should run nothing that you did not sign, and no older version than it had.
control signed_updates: signing "Updates are signed, and checked on the camera" {
  on: [update]
  status: implemented
  owner: "Devices"
}
control origin: provenance "Each picture is signed by its camera" {
  on: [brain -> hub, archive]
  status: planned
  owner: "Devices"
}

// The rule does not list signing: say what it takes off, and why.
mitigate flow-tamper on update {
  with: [signed_updates]
  takes: 2
  because: "What we did not sign is not started."
}
mitigate data-poison-source on hub -> archive { with: [origin], owner: "Devices", ticket: "CAM-7" }
rated evasion-blackbox on brain {
  likelihood: 3
  because: "Nobody near the line knows the model."
  by: "Devices"
}

assumption "Line control stops the line when the camera is silent." { about: [line] }
question "Who notices when a camera's verdicts drift?" { about: [brain], owner: "Devices" }
