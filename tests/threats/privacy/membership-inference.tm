// fires: membership-inference@scorer
// draws: atlas:AML.T0024.000, owasp-llm-2025:LLM02, owasp-ml-2023:ML04, owasp-dsgai-2026:DSGAI18, nist-ai-100-2:NISTAML.033, exchange:modelinversionandmembership, saif:riskInferredSensitiveData, linddun:D
//   An insurer who has somebody's record asks the service about it and about slightly changed ones. The model is
//   surer of the true record than of the others: this person was a patient of the clinic.

model "Relapse score" { owner: "Clinic research", catalog: 2026.1 }

training_set cases "Patient records" { personal: true }
weights model "Relapse model" { from: [cases] }
asset record "Record asked about" { class: confidential, personal: true }
decisions score "Relapse score" { from: [record] }

partner insurer "Insurer"

boundary clinic "Clinic" {
  trust: internal
  inference_api scorer "Scoring service"
  model_registry models "Models" { stores: [model] }
}

insurer -> scorer "asks" { sends: [record], returns: [score], controls: [tls, auth] }
scorer -> models "loads" { returns: [model] }
