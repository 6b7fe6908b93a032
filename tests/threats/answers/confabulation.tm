// fires: confabulation@model
// draws: owasp-llm-2025:LLM09, owasp-llm-2026:LLM07, atlas:AML.T0048.003, nist-ai-100-2:NISTAML.027, saif:riskInsecureModelOutput
//   A tenant asks how long the notice period is. The model invents a paragraph of the law, in the tone of a lawyer,
//   and the tenant moves out too late.

model "Tenants' advice" { owner: "Tenants' union", catalog: 2026.1 }

prompts question "Question"
answers advice "Advice" { from: [question] }

end_user tenant "Tenant"

boundary union "Tenants' union" {
  trust: internal
  web_app desk "Advice desk"
  llm model "Own model"
}

tenant -> desk "asks" { sends: [question], returns: [advice], controls: [tls, auth] }
desk -> model { sends: [question], returns: [advice] }
