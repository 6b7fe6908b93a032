// silent: evasion-whitebox
//   The weights are public, but the one who hands in pictures is the radiologist who took them. Nobody else can put a
//   computed picture in front of the model.

model "Scan reading" { owner: "Clinic", catalog: 2026.1 }

readings scan "New scan" { class: confidential, personal: true }
weights published "Published classifier" { class: public }
decisions finding "Marked regions" { from: [scan] }

model_hub hub "Public model hub"
staff radiologist "Radiologist" { trust: internal }

boundary clinic "Clinic" {
  trust: internal
  model_registry models "Models" { stores: [published] }
  deployment rollout "Model update"
  inference_service reader "Reading aid" {
    modality: image
    use: decision_support
    proprietary: false
  }
}

rollout -> hub "fetches" { returns: [published], controls: [tls] }
rollout -> models { writes: [published] }
reader -> models "loads" { returns: [published] }
radiologist -> reader "asks" { sends: [scan], returns: [finding], controls: [tls] }
