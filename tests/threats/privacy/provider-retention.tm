// fires: provider-retention@llm
// draws: owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI08, owasp-dsgai-2026:DSGAI07, exchange:inputdataleak, saif:riskExcessiveDataHandling, linddun:Nc, linddun:U
//   The provider keeps each request for a month and may train on it. A patient asks for deletion, and nobody here
//   can delete what is there.

model "Letter writer" { owner: "Practice", catalog: 2026.1 }

documents findings "Findings" { class: confidential, personal: true }
answers letter "Letter" { from: [findings] }

model_provider llm "Hosted model"

boundary practice "Practice" {
  trust: internal
  staff doctor "Doctor"
  web_app desk "Letter desk"
}

doctor -> desk "dictates" { sends: [findings], returns: [letter] }
desk -> llm { sends: [findings], returns: [letter], controls: [tls] }
