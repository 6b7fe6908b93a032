// silent: finetune-safety-erosion
//   What is tuned is a classifier that sorts questions by topic. It writes nothing, so it has
//   no refusals to lose.

model "Pharmacy routing" { owner: "Assistant team", catalog: 2026.1 }

training_set dialogs "Pharmacy dialogs"
weights tuned "Tuned weights"
prompts question "Question"
decisions reply "Topic"

end_user customer "Customer"

boundary cloud "Pharmacy cloud" {
  trust: internal
  web_app chat "Contact page"
  inference_service assistant "Topic classifier" { holds: [tuned] }
  training_data examples "Examples" { stores: [dialogs] }
  fine_tuning tuner "Fine-tuning"
  model_registry registry "Model registry" { stores: [tuned] }
}

tuner -> examples { returns: [dialogs] }
tuner -> registry { writes: [tuned] }
assistant -> registry "loads" { returns: [tuned] }
chat -> assistant { sends: [question], returns: [reply] }
customer -> chat { sends: [question], returns: [reply], controls: [tls, auth] }
