// silent: route-hijack
//   Only employees ask, and both models are the company's own: nobody has something to win by the choice.

model "Two models" { owner: "Insurance", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

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

agent_person -> page "asks" { sends: [question], returns: [reply] }
page -> router { sends: [question], returns: [reply] }
router -> strict { sends: [question], returns: [reply] }
router -> cheap { sends: [question], returns: [reply] }
