// fires: compute-hijack@cluster
// draws: atlas:AML.T0112, maestro:L4.5, exchange:genericsecthreats
//   The cluster takes jobs from customers. One opens ten trial accounts with stolen cards and
//   lets each mine coins until the trial ends, while paying customers wait.

model "Training for rent" { owner: "Training service", catalog: 2026.1 }

code job "Customer's job"
logs results "Results"

end_user customer "Customer"

boundary cloud "Service" {
  trust: internal
  gateway entry "Job entry"
  gpu_cluster cluster "Cluster" { multi_tenant: true }
}

customer -> entry { sends: [job], returns: [results], controls: [tls, auth] }
entry -> cluster { sends: [job], returns: [results] }
