// fires: output-injection@desk->llm
// draws: atlas:AML.T0050, owasp-llm-2025:LLM05, owasp-llm-2026:LLM10, nist-ai-100-2:NISTAML.039, exchange:outputcontainsconventionalinjection, saif:riskInsecureModelOutput, cwe:1426, cwe:79
//   A guest has the model write a script tag into its answer. The page puts the answer into its own markup, and the
//   script runs in the session of the clerk who reads it.

model "Hotel desk" { owner: "Hotel", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer" { from: [question] }

anonymous_user guest "Guest"
model_provider llm "Hosted model"

boundary hotel "Hotel" {
  trust: internal
  web_app desk "Guest desk"
  staff clerk "Clerk"
}

guest -> desk "asks" { sends: [question], returns: [reply], controls: [tls] }
desk -> llm { sends: [question], returns: [reply], controls: [tls] }
clerk -> desk "reads" { returns: [reply] }
