// fires: model-inversion@recognizer
// draws: atlas:AML.T0024.001, owasp-llm-2025:LLM02, owasp-ml-2023:ML03, nist-ai-100-2:NISTAML.032, exchange:modelinversionandmembership, saif:riskInferredSensitiveData, linddun:I
//   Somebody at the door maker, whose cloud may ask, changes a picture step by step toward a higher score for "flat
//   12". What comes out looks like the tenant whose photographs the model learned from.

model "Door by face" { owner: "Housing", catalog: 2026.1 }

training_set faces "Photographs of tenants" { personal: true }
weights model "Face model" { from: [faces] }
readings face "Face at the door" { personal: true }
decisions flat "Flat and score" { from: [face] }

partner door "Door maker's cloud"

boundary housing "Housing company" {
  trust: internal
  inference_service recognizer "Face recognizer" { modality: image, use: biometric }
  model_storage store "Model files" { stores: [model] }
}

door -> recognizer "asks" { sends: [face], returns: [flat], controls: [tls, mutual_auth] }
recognizer -> store "loads" { returns: [model] }
