// fires: compute-hijack@gpus
// draws: atlas:AML.T0112, maestro:L4.5, exchange:genericsecthreats
//   A token that starts jobs lies in a shared notebook. Somebody copies it and starts jobs at
//   night that mine coins; they look like training, and the bill shows it four weeks later.

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
workspace -> gpus "starts" { sends: [job], returns: [results] }
pipeline -> repo { returns: [job] }
pipeline -> gpus "starts" { sends: [job], returns: [results] }
gpus -> archive { returns: [pictures] }
