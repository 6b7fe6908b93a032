// fires: unmonitored-drift@ranker
// draws: nist-ai-100-2:NISTAML.02, owasp-dsgai-2026:DSGAI05, atlas:AML.T0031
//   The model learned from applications of five years ago. Since then people write with the help of other
//   models and all sound alike; it ranks what is left of the difference, nobody compares, and good people are
//   not asked in for two years.

model "Applications" { owner: "Hiring", catalog: 2026.1 }
documents letter "Application" { class: confidential, personal: true }
decisions rank "Rank" { from: [letter] }
end_user applicant "Applicant"
boundary company "Company" {
  trust: internal
  web_app portal "Application page" { controls: [auth] }
  inference_service ranker "Ranking model" { modality: text, use: decision_support }
  dashboard desk "Hiring desk" { controls: [auth, access_control] }
}
applicant -> portal { sends: [letter], controls: [tls] }
portal -> ranker { sends: [letter], returns: [rank] }
portal -> desk { sends: [letter, rank] }
