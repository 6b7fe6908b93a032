// silent: training-data-leak
//   The bucket holds a collection that was published with everybody's consent and shows no
//   person. A copy of it is worth nothing.

model "Skin picture reader" { owner: "Imaging team", catalog: 2026.1 }

training_set pictures "Published pictures" { class: public }
weights reader "Reader weights"

boundary office "Research network" {
  trust: partner
  data_scientist researcher "Researcher"
}

boundary lab "Training platform" {
  trust: internal
  notebook workspace "Workspace"
  dataset_store scans "Picture bucket" { stores: [pictures] }
  training trainer "Training job"
  model_registry registry "Model registry" { stores: [reader] }
}

researcher -> workspace "opens" { returns: [pictures], controls: [tls, auth] }
workspace -> scans { returns: [pictures] }
trainer -> scans { returns: [pictures] }
trainer -> registry { writes: [reader] }
