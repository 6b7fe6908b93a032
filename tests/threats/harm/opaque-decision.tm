// fires: opaque-decision@tenant->portal
// draws: plot4ai:P4AI-8.10, plot4ai:P4AI-2.06
//   The applicant reads "declined" and nothing else: not that a model scored the papers, not which of them counted, and
//   not whom to ask. The wrong date in one of them stays where it is.

model "Tenant check" { owner: "Letting", catalog: 2026.1, eu_ai_act: high }

documents dossier "Tenant's papers" { personal: true, class: confidential }
decisions score "Score" { from: [dossier] }

end_user tenant "Applicant"

boundary agency "Letting agency" {
  trust: internal
  web_app portal "Portal"
  boundary scoring "Scoring" {
    trust: restricted
    inference_service scorer "Tenant score"
  }
}

tenant -> portal "applies" { sends: [dossier], returns: [score], controls: [tls] }
portal -> scorer "scores" { sends: [dossier], returns: [score] }
