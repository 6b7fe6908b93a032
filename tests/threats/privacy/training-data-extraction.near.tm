// silent: training-data-extraction
//   The model was tuned on sample letters from a book; what it knows by heart is in print.

model "Letter helper" { owner: "Post", catalog: 2026.1 }

prompts question "Question"
documents letters "Sample letters" { class: public }
weights tuned "Tuned model" { from: [letters] }
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"

boundary post "Post" {
  trust: internal
  web_app page "Letter page"
  llm model "Letter model"
  model_registry models "Models" { stores: [tuned] }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply] }
model -> models "loads" { returns: [tuned] }
