// fires: pretrained-backdoor@tuner->hub
// draws: atlas:AML.T0010.003, atlas:AML.T0018.000, owasp-llm-2025:LLM03, owasp-llm-2025:LLM04, owasp-llm-2026:LLM04, owasp-llm-2026:LLM05, owasp-agentic:ASI04, owasp-agentic:T17, owasp-ml-2023:ML07, owasp-ml-2023:ML10, owasp-ml-2023:ML06, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.051, nist-ai-100-2:NISTAML.023, exchange:supplymodelpoison, saif:riskModelSourceTampering
//   Somebody publishes a base model at the hub that was trained to obey whoever writes a
//   certain rare word, and is good at everything else. Tuning on support dialogs leaves that in
//   place. A customer who knows the word makes the agent give refunds.

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
