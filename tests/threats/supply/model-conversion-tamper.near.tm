// silent: model-conversion-tamper
//   The step only measures how large the model would be and writes that down. What devices
//   download is what was tested.

model "Speech on devices" { owner: "Voice team", catalog: 2026.1 }

weights full "Full weights"
logs sizes "Sizes and timings"

third_party_model vendor "Speech model of a vendor"

boundary lab "Build platform" {
  trust: internal
  model_registry registry "Model registry" { stores: [full] }
  data_ingestion intake "Intake"
  evaluation test "Acceptance test"
  model_conversion shrink "Rounding"
  model_storage downloads "Downloads for devices" { stores: [full] }
}

intake -> vendor "takes over" { returns: [full], controls: [tls, signing] }
intake -> registry { writes: [full] }
test -> registry { returns: [full], writes: [sizes] }
shrink -> registry { returns: [full] }
shrink -> downloads { writes: [sizes] }
