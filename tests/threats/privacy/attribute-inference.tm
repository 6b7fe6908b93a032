// fires: attribute-inference@scorer
// draws: atlas:AML.T0024, owasp-ml-2023:ML03, owasp-llm-2025:LLM02, nist-ai-100-2:NISTAML.034, exchange:modelinversionandmembership, saif:riskInferredSensitiveData, linddun:I, linddun:L
//   A landlord who may ask for a score knows everything of a tenant but income. He tries incomes until the score is
//   the one that the tenant has, and knows it.

model "Tenant score" { owner: "Credit bureau", catalog: 2026.1 }

asset facts "Facts about a person" { class: confidential, personal: true }
decisions score "Score" { from: [facts] }

partner landlord "Landlord"

boundary bureau "Credit bureau" {
  trust: internal
  inference_api scorer "Scoring service" { use: decision_support }
}

landlord -> scorer "asks" { sends: [facts], returns: [score], controls: [tls, auth] }
