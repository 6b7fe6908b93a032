// silent: evasion-blackbox
//   Only the bank's own loan officers ask, from within: nobody less trusted puts anything in or sees a score.

model "Loan scoring" { owner: "Credit risk", catalog: 2026.1 }
documents application "Loan application" { class: confidential, personal: true }
decisions score "Score" { from: [application] }
boundary branch "Branch" {
  trust: internal
  staff broker "Loan officer"
}
boundary bank "Bank" {
  trust: internal
  gateway door "Branch gateway" { controls: [auth] }
  inference_service scorer "Scoring model"
}
broker -> door { sends: [application], returns: [score], controls: [tls] }
door -> scorer { sends: [application], returns: [score] }
