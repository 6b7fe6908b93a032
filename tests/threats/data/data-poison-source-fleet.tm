// fires: data-poison-source@unit->collected
// draws: atlas:AML.T0020, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.024, exchange:datapoison, saif:riskDataPoisoning
//   Somebody puts up altered signs where cars of the fleet pass. The cars find them odd, upload them as trusted
//   devices, and the next training learns them.

model "Sign reader" { owner: "Perception team", catalog: 2026.1 }

readings scene "What the camera sees"
recordings clips "Clips of odd scenes" { from: [scene] }
weights reader "Reader weights" { from: [clips] }

physical_environment road "Road"

boundary car "Car" {
  trust: internal
  gateway unit "Telematics unit"
}
boundary cloud "Manufacturer's cloud" {
  trust: internal
  training_data collected "Collected clips"
  training trainer "Training job"
  model_registry registry "Model registry"
}

unit -> road "films" { returns: [scene] }
unit -> collected "uploads" { writes: [clips], controls: [tls, mutual_auth] }
trainer -> collected { returns: [clips] }
trainer -> registry { writes: [reader] }
