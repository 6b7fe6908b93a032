// silent: attribute-inference
//   The score is about a building; there is no person in it whose facts could be found out.

model "Building score" { owner: "Credit bureau", catalog: 2026.1 }

asset facts "Facts about a building" { class: confidential }
decisions score "Score" { from: [facts] }

partner landlord "Landlord"

boundary bureau "Credit bureau" {
  trust: internal
  inference_api scorer "Scoring service"
}

landlord -> scorer "asks" { sends: [facts], returns: [score], controls: [tls, auth] }
