// silent: synthetic-data-degradation
//   Answers are shown and forgotten. The model is tuned on articles that editors wrote.

model "Help texts" { owner: "Docs team", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer"
documents articles "Articles by editors"
weights tuned "Tuned weights"

end_user reader "Reader"

boundary cloud "Help site" {
  trust: internal
  web_app page "Help page"
  llm writer "Writing model" { holds: [tuned] }
  training_data examples "Examples" { stores: [articles] }
  fine_tuning tuner "Fine-tuning"
}

reader -> page { sends: [question], returns: [reply], controls: [tls, auth] }
page -> writer { sends: [question], returns: [reply] }
tuner -> examples { returns: [articles] }
tuner -> writer "rolls out" { sends: [tuned], one_way: true }
