// fires: container-image-compromise@images
// draws: atlas:AML.T0010.004, owasp-ml-2023:ML06, maestro:L4.1, saif:riskInsecureIntegratedComponent
//   Somebody with a leaked robot account pushes a changed serving image under the tag in use.
//   At the next restart every replica of the scorer comes up with it, and a copy of each
//   request goes out.

model "Scoring on a cluster" { owner: "Scoring team", catalog: 2026.1 }

packages image "Serving image"
readings request "Request"
decisions score "Score"

partner shop "Partner shop"

boundary cloud "Cloud account" {
  trust: internal
  ci_cd pipeline "Pipeline"
  container_registry images "Image registry" { stores: [image] }
  inference_service scorer "Scorer"
}

pipeline -> images "pushes" { writes: [image] }
scorer -> images "starts from" { returns: [image] }
shop -> scorer { sends: [request], returns: [score], controls: [tls, auth, rate_limit] }
