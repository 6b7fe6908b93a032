// fires: training-data-extraction@model
// draws: atlas:AML.T0057, owasp-llm-2025:LLM02, owasp-llm-2026:LLM02, owasp-dsgai-2026:DSGAI18, nist-ai-100-2:NISTAML.037, nist-ai-100-2:NISTAML.038, exchange:disclosureinoutput, saif:riskSensitiveDataDisclosure
//   A visitor types the first words of a common letter and asks for more. The model was tuned on real letters and
//   goes on with one that it knows by heart, address and all.

model "Letter helper" { owner: "Post", catalog: 2026.1 }

prompts question "Question"
documents letters "Letters of customers" { class: confidential, personal: true }
weights tuned "Tuned model" { from: [letters] }
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"

boundary post "Post" {
  trust: internal
  web_app page "Letter page"
  llm model "Letter model"
  model_registry models "Models" { stores: [tuned] }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply] }
model -> models "loads" { returns: [tuned] }
