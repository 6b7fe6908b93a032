// fires: shadow-ai@chatbot
// draws: owasp-dsgai-2026:DSGAI03, exchange:inputdataleak, saif:riskShadowAndUnknownAgents, linddun:DD, linddun:Nc
//   Clerks paste case files into a public chatbot with private accounts, because the approved
//   assistant is slow. The provider keeps the text, and after a break-in at the provider nobody
//   can say which cases were there.

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
clerk -> chatbot "pastes" { sends: [excerpt], returns: [summary], controls: [tls] }
