// silent: container-image-compromise
//   The scorer runs in a service of the cloud that has no images of ours; what is kept are
//   records of deployments, from which nothing starts.

model "Scoring on a cluster" { owner: "Scoring team", catalog: 2026.1 }

logs image "Deployment records"
readings request "Request"
decisions score "Score"

partner shop "Partner shop"

boundary cloud "Cloud account" {
  trust: internal
  ci_cd pipeline "Pipeline"
  log_store images "Deployment records" { stores: [image] }
  inference_service scorer "Scorer"
}

pipeline -> images "records" { writes: [image] }
pipeline -> scorer "starts" { sends: [image] }
shop -> scorer { sends: [request], returns: [score], controls: [tls, auth, rate_limit] }
