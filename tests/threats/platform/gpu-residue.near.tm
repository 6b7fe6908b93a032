// silent: gpu-residue
//   The accelerators belong to the one clinic. What is left in their memory is seen by nobody
//   else.

model "Accelerators for clinics" { owner: "Health computing", catalog: 2026.1 }

training_set pictures "Clinic pictures" { personal: true }
code job "Job"
weights reader "Reader weights"

partner clinic "Clinic"

boundary center "Computing center" {
  trust: internal
  gateway entry "Job entry"
  gpu_cluster gpus "Accelerators of the clinic" { multi_tenant: false }
  dataset_store archive "Pictures" { stores: [pictures] }
  model_registry results "Results" { stores: [reader] }
}

clinic -> entry "hands in" { sends: [job], controls: [tls, auth] }
entry -> gpus { sends: [job] }
gpus -> archive { returns: [pictures] }
gpus -> results { writes: [reader] }
