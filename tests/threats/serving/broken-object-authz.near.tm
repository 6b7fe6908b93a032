// silent: broken-object-authz
//   Nothing is kept: there is no place behind the portal where the conversations of others lie.

model "Symptom assistant" { owner: "Telemedicine", catalog: 2026.1 }
prompts symptoms "Symptoms" { class: confidential, personal: true }
answers advice "Advice" { from: [symptoms] }
end_user patient "Patient"
boundary clinic "Clinic" {
  trust: internal
  web_app portal "Patient portal" { controls: [auth] }
  llm model "Own model" { proprietary: false }
}
patient -> portal { sends: [symptoms], returns: [advice], controls: [tls] }
portal -> model { sends: [symptoms], returns: [advice] }
