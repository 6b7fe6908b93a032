// silent: bias-feedback
//   The labels come from a random sample that was drawn and visited without the model, and kept as a set of its own: the
//   model does not learn from where it sent people itself.

model "Benefit checks" { owner: "Social office", catalog: 2026.1, eu_ai_act: high }

orders claim "Claims" { personal: true }
decisions flag "Flags" { from: [claim] }
labels finding "Findings of visits" { personal: true }
weights model "Flagging model" { from: [finding] }

boundary office "Social office" {
  trust: internal
  database claims "Claims" { stores: [claim] }
  inference_service flagger "Flagging"
  label_store findings "Random sample" { stores: [finding] }
  staff inspector "Inspector"
  boundary lab "Model lab" {
    trust: restricted
    training trainer "Monthly training"
    model_registry registry "Model registry" { stores: [model] }
  }
}

flagger -> claims { returns: [claim] }
inspector -> flagger "whom to visit" { returns: [flag] }
inspector -> findings { writes: [finding] }
trainer -> findings { returns: [finding] }
trainer -> registry { writes: [model] }
flagger -> registry { returns: [model] }
