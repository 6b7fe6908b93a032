// silent: shadow-ai
//   Clerks reach the model only by the approved assistant, which has a contract, a record and
//   an owner.

model "Case office" { owner: "Case office", catalog: 2026.1 }

prompts excerpt "Excerpt of a case" { class: confidential, personal: true }
answers summary "Summary" { from: [excerpt] }

model_provider chatbot "Public chatbot"

boundary office "Office" {
  trust: internal
  staff clerk "Clerk"
  web_app assistant "Approved assistant"
}

clerk -> assistant { sends: [excerpt], returns: [summary] }
assistant -> chatbot { sends: [excerpt], returns: [summary], controls: [tls] }
