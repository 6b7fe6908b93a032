// fires: secret-in-code@repo
// draws: exchange:devcodeleak, atlas:AML.T0055
//   A developer pastes the token of the model registry into a script to try something and commits it. It is
//   taken out the next day and stays in the history, where a contractor with read access finds it.

model "Forecast pipeline" { owner: "Forecasting", catalog: 2026.1 }
code pipeline "Pipeline code"
boundary desk "Developers" {
  trust: partner
  staff developer "Developer"
}
boundary platform "Platform" {
  trust: internal
  code_repo repo "Repository" { controls: [auth, mfa] }
  ci_cd build "Pipeline"
}
developer -> repo { writes: [pipeline], returns: [pipeline], controls: [tls] }
build -> repo { returns: [pipeline] }
