// fires: route-hijack@router
// draws: saif:riskOrchestratorRouteHijacking
//   Who begins a question with a phrase of small talk is sent to the cheap model, which has none of the rules of the
//   other. It goes round on the web within a day.

model "Two models" { owner: "Insurance", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"

boundary house "Insurance" {
  trust: internal
  staff agent_person "Employee"
  web_app page "Question page"
  llm_router router "Router"
}
boundary machines "Machine room" {
  trust: internal
  llm strict "Large model"
  llm cheap "Small model"
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
agent_person -> page "asks" { sends: [question], returns: [reply] }
page -> router { sends: [question], returns: [reply] }
router -> strict { sends: [question], returns: [reply] }
router -> cheap { sends: [question], returns: [reply] }
