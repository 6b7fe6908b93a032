// silent: memorization-overfit
//   The model runs in the maker's own offices and its weights go nowhere else.

model "Keyboard" { owner: "Keyboard team", catalog: 2026.1 }

training_set typed "What people typed" { personal: true }
weights model "Next-word model" { from: [typed] }

boundary maker "Maker" {
  trust: internal
  training_data texts "Texts" { stores: [typed] }
  training trainer "Training"
  model_registry models "Models"
}

boundary desk "Office of the maker" {
  trust: internal
  inference_service keyboard "Keyboard" { modality: text }
}

trainer -> texts { returns: [typed] }
trainer -> models { writes: [model] }
keyboard -> models "updates" { returns: [model], controls: [tls] }
