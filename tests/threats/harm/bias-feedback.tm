// fires: bias-feedback@trainer
// draws: plot4ai:P4AI-6.12, plot4ai:P4AI-8.04
//   The model flags households, visits go where it flags, and what the visits find becomes the labels of the next round.
//   Where nobody is sent nothing is found, so the first guess grows surer of the same streets.

model "Benefit checks" { owner: "Social office", catalog: 2026.1, eu_ai_act: high }

orders claim "Claims" { personal: true }
decisions flag "Flags" { from: [claim] }
labels finding "Findings of visits" { personal: true }
weights model "Flagging model" { from: [finding] }

boundary office "Social office" {
  trust: internal
  database claims "Claims" { stores: [claim] }
  inference_service flagger "Flagging"
  feedback_store findings "Findings" { stores: [finding] }
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
