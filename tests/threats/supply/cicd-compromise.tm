// fires: cicd-compromise@pipeline
// draws: atlas:AML.T0010.001, owasp-ml-2023:ML06, maestro:L4.2, exchange:devmodelpoison, saif:riskModelDeploymentTampering
//   Somebody opens a pull request whose test step reads the pipeline's token. With it they let
//   the pipeline put other weights into the release, which goes out signed by habit rather than
//   by a key.

model "Release of a ranking model" { owner: "Ranking team", catalog: 2026.1 }

code sources "Sources"
weights ranker "Ranker weights"
credentials token "Deploy token"

boundary office "Office network" {
  trust: partner
  data_scientist developer "Developer"
}

boundary cloud "Cloud account" {
  trust: internal
  code_repo repo "Repository" { stores: [sources] }
  ci_cd pipeline "Pipeline" { holds: [token] }
  model_registry registry "Model registry" { stores: [ranker] }
  inference_service server "Ranking service" { holds: [ranker] }
}

developer -> repo "pushes" { writes: [sources], controls: [tls, auth] }
pipeline -> repo { returns: [sources] }
pipeline -> registry "takes" { returns: [ranker] }
pipeline -> server "ships" { sends: [ranker], one_way: true }
