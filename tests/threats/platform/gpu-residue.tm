// fires: gpu-residue@gpus
// draws: atlas:AML.T0037, cwe:226, exchange:inputdataleak, saif:riskAcceleratorAndSystemSideChannels, linddun:DD
//   A job of one clinic ends, and the next one on the same card belongs to another. It asks for
//   memory without clearing it and finds pieces of the first clinic's pictures in there.

model "Accelerators for clinics" { owner: "Health computing", catalog: 2026.1 }

training_set pictures "Clinic pictures" { personal: true }
code job "Job"
weights reader "Reader weights"

partner clinic "Clinic"

boundary center "Computing center" {
  trust: internal
  gateway entry "Job entry"
  gpu_cluster gpus "Accelerators" { multi_tenant: true }
  dataset_store archive "Pictures" { stores: [pictures] }
  model_registry results "Results" { stores: [reader] }
}

clinic -> entry "hands in" { sends: [job], controls: [tls, auth] }
entry -> gpus { sends: [job] }
gpus -> archive { returns: [pictures] }
gpus -> results { writes: [reader] }
