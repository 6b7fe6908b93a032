// fires: route-hijack@router
// draws: saif:riskOrchestratorRouteHijacking
//   The table of the router may be changed by every service. Somebody enters a cheap reseller for all questions, who
//   reads along and answers with a model of its own choice.

model "Model choice" { owner: "Platform", catalog: 2026.1 }

prompts question "Question" { class: confidential }
answers reply "Answer" { from: [question] }

model_provider reseller "Reseller of models"

boundary house "House" {
  trust: internal
  staff colleague "Colleague"
  web_app page "Question page"
  llm_router router "Router"
  llm model "Own model"
}

colleague -> page "asks" { sends: [question], returns: [reply] }
page -> router { sends: [question], returns: [reply] }
router -> model { sends: [question], returns: [reply] }
router -> reseller { sends: [question], returns: [reply], controls: [tls] }
