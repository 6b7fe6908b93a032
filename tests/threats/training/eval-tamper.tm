// fires: eval-tamper@bench
// draws: owasp-dsgai-2026:DSGAI05, maestro:L5.1, saif:riskEvaluationBenchmarkManipulation
//   A scientist who wants the new version out takes the cases it fails out of the held-out set.
//   The release step measures, sees better numbers than last time, and ships.

model "Part inspection release" { owner: "Quality ML", catalog: 2026.1 }

training_set cases "Hard cases"
weights inspector "Inspector weights"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  eval_dataset bench "Held-out set" { stores: [cases] }
  ci_cd release "Release step"
  model_registry registry "Model registry" { stores: [inspector] }
}

scientist -> bench "curates" { writes: [cases], controls: [tls, auth] }
release -> bench "measures with" { returns: [cases] }
release -> registry { returns: [inspector], writes: [inspector] }
