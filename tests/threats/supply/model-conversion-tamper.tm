// fires: model-conversion-tamper@shrink
// draws: atlas:AML.T0018, owasp-ml-2023:ML10, nist-ai-100-2:NISTAML.051, saif:riskModelSourceTampering
//   The supplier's speech model behaves well at full precision, by design: only when the
//   conversion rounds its weights for the devices does it hear a certain sound as a command.
//   The tests were run before the conversion.

model "Speech on devices" { owner: "Voice team", catalog: 2026.1 }

weights full "Full weights"
weights small "Rounded weights" { from: [full] }
logs sizes "Sizes and timings"

third_party_model vendor "Speech model of a vendor"

boundary lab "Build platform" {
  trust: internal
  model_registry registry "Model registry" { stores: [full] }
  data_ingestion intake "Intake"
  evaluation test "Acceptance test"
  model_conversion shrink "Rounding"
  model_storage downloads "Downloads for devices" { stores: [small] }
}

intake -> vendor "takes over" { returns: [full], controls: [tls, signing] }
intake -> registry { writes: [full] }
test -> registry { returns: [full], writes: [sizes] }
shrink -> registry { returns: [full] }
shrink -> downloads { writes: [small] }
