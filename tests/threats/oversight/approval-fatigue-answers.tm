// fires: approval-fatigue@editor
// draws: owasp-agentic:ASI09, owasp-agentic:T10, saif:riskRogueActions
//   A lawyer is to read each of the six hundred letters that a model drafts in a day. On the third day only the
//   first line is read.

model "Letter writer" { owner: "Insurance", catalog: 2026.1 }

documents claim "Claim" { class: confidential, personal: true }
answers letter "Draft letter" { from: [claim] }

end_user insured "Insured"

boundary house "Insurance" {
  trust: internal
  human_reviewer editor "Lawyer"
  web_app portal "Claims portal"
  orchestrator writer "Letter writer"
  llm model "Own model"
}

insured -> portal "claims" { sends: [claim], controls: [tls, auth] }
portal -> writer { sends: [claim] }
writer -> model { sends: [claim], returns: [letter] }
editor -> writer "reads and lets go" { returns: [letter] }
