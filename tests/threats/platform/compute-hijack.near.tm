// silent: compute-hijack
//   Jobs come to the accelerators only through the pipeline, from reviewed code. No person,
//   workspace or stranger can start one.

model "Shared accelerators" { owner: "Research IT", catalog: 2026.1 }

code job "Job"
logs results "Results"
training_set pictures "Pictures"

boundary office "Office network" {
  trust: partner
  data_scientist scientist "Data scientist"
}

boundary lab "Training platform" {
  trust: internal
  notebook workspace "Workspace"
  code_repo repo "Reviewed jobs" { stores: [job] }
  ci_cd pipeline "Pipeline"
  gpu_cluster gpus "Accelerators"
  dataset_store archive "Archive" { stores: [pictures] }
}

scientist -> workspace "works in" { sends: [job], returns: [results], controls: [tls, auth] }
workspace -> repo "proposes" { writes: [job] }
pipeline -> repo { returns: [job] }
pipeline -> gpus "starts" { sends: [job], returns: [results] }
gpus -> archive { returns: [pictures] }
