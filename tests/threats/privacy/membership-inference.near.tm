// silent: membership-inference
//   The model learned from records that were generated; nobody's record was in the training data.

model "Relapse score" { owner: "Clinic research", catalog: 2026.1 }

training_set cases "Generated records" { class: public, synthetic: true }
weights model "Relapse model" { from: [cases] }
asset record "Record asked about" { class: confidential, personal: true }
decisions score "Relapse score" { from: [record] }

partner insurer "Insurer"

boundary clinic "Clinic" {
  trust: internal
  inference_api scorer "Scoring service"
  model_registry models "Models" { stores: [model] }
}

insurer -> scorer "asks" { sends: [record], returns: [score], controls: [tls, auth] }
scorer -> models "loads" { returns: [model] }
