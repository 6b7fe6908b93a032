// fires: unsafe-decision@desk->scorer
// draws: plot4ai:P4AI-3.06, plot4ai:P4AI-8.09
//   The contract desk refuses a tenant on the score alone, at night and within a second. A mistaken debt of somebody with
//   the same name decides, and nobody looks.

model "Tenant check" { owner: "Letting", catalog: 2026.1, eu_ai_act: high }

documents dossier "Tenant's papers" { personal: true, class: confidential }
decisions score "Score" { from: [dossier] }

end_user tenant "Applicant"

boundary agency "Letting agency" {
  trust: internal
  business_app desk "Contract desk"
  boundary scoring "Scoring" {
    trust: restricted
    inference_service scorer "Tenant score" { use: decision_support }
  }
}

tenant -> desk "applies" { sends: [dossier], controls: [tls] }
desk -> scorer "scores" { sends: [dossier], returns: [score] }
