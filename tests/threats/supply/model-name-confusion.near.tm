// silent: model-name-confusion
//   The base model comes from a vendor under contract, at an address where nobody else can
//   register a name.

model "Support agent" { owner: "Support engineering", catalog: 2026.1 }

weights base "Open base model" { class: public }
documents card "Model card" { class: public }
training_set dialogs "Support dialogs"
weights tuned "Tuned weights" { from: [base, dialogs] }
prompts question "Question"
answers reply "Answer"

third_party_model hub "Model from a vendor"
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
