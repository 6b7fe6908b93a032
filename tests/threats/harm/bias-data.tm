// fires: bias-data@trainer
// draws: plot4ai:P4AI-6.01, plot4ai:P4AI-6.07
//   The applications of ten years, with what clerks decided on them, are all that the training step learns from. Groups
//   that seldom applied, or were refused by habit, get more errors than others.

model "Loan scoring" { owner: "Credit risk", catalog: 2026.1, eu_ai_act: high }

training_set history "Ten years of applications" { personal: true, class: confidential }
weights scorecard "Scoring model" { from: [history] }
logs errors "Error rates"

boundary bank "Bank" {
  trust: internal
  data_scientist analyst "Data scientist"
  boundary lab "Model lab" {
    trust: restricted
    training_data archive "Application archive" { stores: [history] }
    training trainer "Training"
    model_registry registry "Model registry" { stores: [scorecard] }
  }
}

analyst -> trainer "starts" { returns: [errors] }
trainer -> archive { returns: [history] }
trainer -> registry { writes: [scorecard] }
