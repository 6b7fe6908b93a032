// silent: bias-data
//   The archive is of machines and not of people: what it says unevenly wrongs nobody.

model "Machine wear" { owner: "Maintenance", catalog: 2026.1 }

training_set history "Ten years of repairs" { class: confidential }
weights wear "Wear model" { from: [history] }
logs errors "Error rates"

boundary plant "Plant" {
  trust: internal
  data_scientist analyst "Data scientist"
  boundary lab "Model lab" {
    trust: restricted
    training_data archive "Repair archive" { stores: [history] }
    training trainer "Training"
    model_registry registry "Model registry" { stores: [wear] }
  }
}

analyst -> trainer "starts" { returns: [errors] }
trainer -> archive { returns: [history] }
trainer -> registry { writes: [wear] }
