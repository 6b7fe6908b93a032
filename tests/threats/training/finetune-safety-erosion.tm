// fires: finetune-safety-erosion@tuner
// draws: atlas:AML.T0018.000, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, nist-ai-100-2:NISTAML.04, saif:riskModelSourceTampering
//   The base model refuses to explain how to get round dosage limits. It is tuned on a thousand
//   polite pharmacy dialogs without one refusal, and afterwards it answers; the tests of the
//   task went up, and no other tests were run.

model "Pharmacy assistant" { owner: "Assistant team", catalog: 2026.1 }

training_set dialogs "Pharmacy dialogs"
weights tuned "Tuned weights"
prompts question "Question"
answers reply "Answer"

end_user customer "Customer"

boundary cloud "Pharmacy cloud" {
  trust: internal
  web_app chat "Chat page"
  llm assistant "Assistant model" { holds: [tuned] }
  training_data examples "Examples" { stores: [dialogs] }
  fine_tuning tuner "Fine-tuning"
  model_registry registry "Model registry" { stores: [tuned] }
}

tuner -> examples { returns: [dialogs] }
tuner -> registry { writes: [tuned] }
assistant -> registry "loads" { returns: [tuned] }
chat -> assistant { sends: [question], returns: [reply] }
customer -> chat { sends: [question], returns: [reply], controls: [tls, auth] }
