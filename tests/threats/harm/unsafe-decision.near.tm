// silent: unsafe-decision
//   The score goes to a clerk, who decides: what a program did alone is done by a person. That the clerk may follow
//   it blindly is another threat, overreliance.

model "Tenant check" { owner: "Letting", catalog: 2026.1, eu_ai_act: high }

documents dossier "Tenant's papers" { personal: true, class: confidential }
decisions score "Score" { from: [dossier] }

end_user tenant "Applicant"

boundary agency "Letting agency" {
  trust: internal
  business_app desk "Contract desk"
  staff clerk "Clerk"
  boundary scoring "Scoring" {
    trust: restricted
    inference_service scorer "Tenant score" { use: decision_support }
  }
}

tenant -> desk "applies" { sends: [dossier], controls: [tls] }
desk -> clerk "lays before" { sends: [dossier] }
clerk -> scorer "scores" { sends: [dossier], returns: [score] }
