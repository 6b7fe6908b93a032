// fires: eval-tamper@test
// draws: maestro:L5.1, saif:riskEvaluationBenchmarkManipulation
//   The test draws its cases from the same archive that scientists clean up. One of them
//   deletes the cases that the new version fails, and the test passes it.

model "Test without a set of its own" { owner: "Quality ML", catalog: 2026.1 }

training_set cases "Cases"
weights inspector "Inspector weights"
logs result "Result"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  dataset_store archive "Archive of cases" { stores: [cases] }
  evaluation test "Acceptance test"
  model_registry registry "Model registry" { stores: [inspector] }
}

scientist -> archive "cleans up" { writes: [cases], controls: [tls, auth] }
test -> archive { returns: [cases] }
test -> registry { returns: [inspector], writes: [result] }
