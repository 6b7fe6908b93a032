// silent: secret-in-code
//   The store holds manuals and not code: nobody pastes a token there to get something to run.

model "Forecast pipeline" { owner: "Forecasting", catalog: 2026.1 }
documents pipeline "Manuals"
boundary desk "Developers" {
  trust: partner
  staff developer "Developer"
}
boundary platform "Platform" {
  trust: internal
  document_store repo "Manuals" { controls: [auth, mfa] }
  web_app build "Manual pages"
}
developer -> repo { writes: [pipeline], returns: [pipeline], controls: [tls] }
build -> repo { returns: [pipeline] }
