// fires: cross-session-leak@model
// draws: atlas:AML.T0057, owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-agentic:T3, owasp-dsgai-2026:DSGAI11, nist-ai-100-2:NISTAML.036, exchange:inputdataleak, saif:riskSensitiveDataDisclosure, cwe:488
//   The server keeps prefixes of prompts so that like ones cost less. Under load two sessions get the same number,
//   and one client's answer begins with another client's case.

model "Shared model" { owner: "Model hosting", catalog: 2026.1 }

prompts question "Question" { class: confidential }
answers reply "Answer" { from: [question] }

boundary red "Client Red" {
  trust: partner
  apart: true
  web_app redapp "Red's app"
}

boundary blue "Client Blue" {
  trust: partner
  apart: true
  web_app blueapp "Blue's app"
}

boundary hosting "Hosting" {
  trust: internal
  llm model "Model server" { multi_tenant: true }
}

redapp -> model { sends: [question], returns: [reply], controls: [tls, auth] }
blueapp -> model { sends: [question], returns: [reply], controls: [tls, auth] }
