// silent: data-poison-feedback
//   Ratings are collected as before, but only people look at them. The model is tuned on
//   dialogs that editors wrote.

model "Shopping assistant" { owner: "Assistant team", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer"
labels rating "Thumbs up and down"
training_set dialogs "Dialogs by editors"
weights tuned "Tuned weights"

anonymous_user visitor "Visitor"

boundary shop "Shop" {
  trust: internal
  web_app chat "Chat page"
  llm model_server "Assistant model" { holds: [tuned] }
  feedback_store ratings "Ratings" { stores: [rating] }
  dashboard quality "Quality page"
  training_data examples "Written examples" { stores: [dialogs] }
  fine_tuning tuner "Weekly tuning"
}

visitor -> chat { sends: [question, rating], returns: [reply], controls: [tls] }
chat -> model_server { sends: [question], returns: [reply] }
chat -> ratings { writes: [rating] }
quality -> ratings { returns: [rating] }
tuner -> examples { returns: [dialogs] }
tuner -> model_server "rolls out" { sends: [tuned], one_way: true }
