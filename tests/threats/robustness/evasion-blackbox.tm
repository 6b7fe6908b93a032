// fires: evasion-blackbox@scorer
// draws: owasp-ml-2023:ML01, nist-ai-100-2:NISTAML.022, nist-ai-100-2:NISTAML.025, exchange:zeroknowledgeevasion, saif:riskModelEvasion, atlas:AML.T0043.001
//   A broker sends the same application again and again through the comparison site and changes one field a
//   little each time: income, job, length of stay. The answer shows which change helps, until an applicant
//   who would be refused passes.

model "Loan scoring" { owner: "Credit risk", catalog: 2026.1 }
documents application "Loan application" { class: confidential, personal: true }
decisions score "Score" { from: [application] }
partner broker "Comparison site"
boundary bank "Bank" {
  trust: internal
  gateway door "Partner gateway" { controls: [auth] }
  inference_service scorer "Scoring model"
}
broker -> door { sends: [application], returns: [score], controls: [tls] }
door -> scorer { sends: [application], returns: [score] }
