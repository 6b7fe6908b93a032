// fires: training-data-leak@scans
// draws: atlas:AML.T0035, atlas:AML.T0025, owasp-dsgai-2026:DSGAI01, exchange:devdataleak, saif:riskSensitiveDataDisclosure
//   The bucket with patients' pictures is open to every workspace of the platform. Somebody
//   with a stolen token of any of them copies it as it is, long before anything is masked.

model "Skin picture reader" { owner: "Imaging team", catalog: 2026.1 }

training_set pictures "Patient pictures" { class: confidential, personal: true }
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
