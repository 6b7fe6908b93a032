// silent: pretrained-backdoor
//   The base model was trained in the house. From the hub come only descriptions of other
//   models.

model "Support agent" { owner: "Support engineering", catalog: 2026.1 }

weights base "Own base model"
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
  model_registry own "Own models" { stores: [base] }
  training_data examples "Examples" { stores: [dialogs] }
  llm server "Model server" { holds: [tuned] }
  agent desk "Support agent"
}

tuner -> hub "reads the card" { returns: [card], controls: [tls] }
tuner -> own { returns: [base] }
tuner -> examples { returns: [dialogs] }
tuner -> server "rolls out" { sends: [tuned], one_way: true }
desk -> server { sends: [question], returns: [reply] }
customer -> desk { sends: [question], returns: [reply], controls: [tls, auth] }
