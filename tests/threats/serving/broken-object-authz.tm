// fires: broken-object-authz@portal
// draws: owasp-api-2023:API1, exchange:genericsecthreats, atlas:AML.T0049
//   A patient opens an old conversation and changes the number in the address by one. The portal checks that
//   they are signed in, not that the conversation is theirs, and shows what somebody else told the assistant.

model "Symptom assistant" { owner: "Telemedicine", catalog: 2026.1 }
prompts symptoms "Symptoms" { class: confidential, personal: true }
answers advice "Advice" { from: [symptoms] }
end_user patient "Patient"
boundary clinic "Clinic" {
  trust: internal
  web_app portal "Patient portal" { controls: [auth] }
  llm model "Own model" { proprietary: false }
  chat_history talks "Conversations" { stores: [symptoms, advice], controls: [encryption_at_rest] }
}
patient -> portal { sends: [symptoms], returns: [advice], controls: [tls] }
portal -> model { sends: [symptoms], returns: [advice] }
portal -> talks { writes: [symptoms, advice], returns: [advice] }
