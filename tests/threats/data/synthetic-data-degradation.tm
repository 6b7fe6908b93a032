// fires: synthetic-data-degradation@tuner
// draws: owasp-dsgai-2026:DSGAI10
//   The assistant's own answers are kept and become the examples of the next round. After some
//   rounds it repeats its own phrases and errors, and rare questions get worse answers, though
//   no one attacked it.

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
page -> examples "keeps" { writes: [reply] }
tuner -> examples { returns: [articles, reply] }
tuner -> writer "rolls out" { sends: [tuned], one_way: true }
