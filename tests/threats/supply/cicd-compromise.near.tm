// silent: cicd-compromise
//   The pipeline only builds and tests what is pushed, and passes nothing on. The service loads
//   its model from the registry, where the pipeline has no way to write.

model "Release of a ranking model" { owner: "Ranking team", catalog: 2026.1 }

code sources "Sources"
weights ranker "Ranker weights"

boundary office "Office network" {
  trust: partner
  data_scientist developer "Developer"
}

boundary cloud "Cloud account" {
  trust: internal
  code_repo repo "Repository" { stores: [sources] }
  ci_cd pipeline "Pipeline"
  model_registry registry "Model registry" { stores: [ranker] }
  inference_service server "Ranking service" { holds: [ranker] }
}

developer -> repo "pushes" { writes: [sources], controls: [tls, auth] }
pipeline -> repo { returns: [sources] }
server -> registry "loads" { returns: [ranker] }
