// fires: model-name-confusion@tuner->hub
// draws: atlas:AML.T0010.003, atlas:AML.T0074, atlas:AML.T0111, owasp-llm-2025:LLM03, owasp-llm-2026:LLM04, owasp-agentic:ASI04, owasp-ml-2023:ML06, nist-ai-100-2:NISTAML.05, exchange:supplymodelpoison, saif:riskModelSourceTampering
//   The account that published the base model is deleted, and somebody registers the name
//   again. The next tuning run for the agent asks for the same name, gets other weights, and
//   nothing in the run looks different.

model "Support agent" { owner: "Support engineering", catalog: 2026.1 }

weights base "Open base model" { class: public }
documents card "Model card" { class: public }
training_set dialogs "Support dialogs"
weights tuned "Tuned weights" { from: [base, dialogs] }
prompts question "Question"
answers reply "Answer"

model_hub hub "Public model hub"
end_user customer "Customer"

boundary cloud "Cloud account" {
  trust: internal
  fine_tuning tuner "Fine-tuning"
  training_data examples "Examples" { stores: [dialogs] }
  llm server "Model server" { holds: [tuned] }
  agent desk "Support agent"
}

tuner -> hub "takes the base" { returns: [base, card], controls: [tls] }
tuner -> examples { returns: [dialogs] }
tuner -> server "rolls out" { sends: [tuned], one_way: true }
desk -> server { sends: [question], returns: [reply] }
customer -> desk { sends: [question], returns: [reply], controls: [tls, auth] }
