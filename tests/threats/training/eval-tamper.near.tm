// silent: eval-tamper
//   The set is one of collected cases, by which no release is judged: who edits it does not
//   change what passes.

model "Part inspection release" { owner: "Quality ML", catalog: 2026.1 }

training_set cases "Hard cases"
weights inspector "Inspector weights"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  dataset_store bench "Collected cases" { stores: [cases] }
  ci_cd release "Release step"
  model_registry registry "Model registry" { stores: [inspector] }
}

scientist -> bench "curates" { writes: [cases], controls: [tls, auth] }
release -> bench "copies" { returns: [cases] }
release -> registry { returns: [inspector], writes: [inspector] }
