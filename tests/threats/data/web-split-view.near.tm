// silent: web-split-view
//   The archive holds the pages themselves, as they were when it was made. What happens to the
//   domains later changes nothing.

model "Legal summarizer" { owner: "Text team", catalog: 2026.1 }

documents pages "Pages of the list" { class: public }
weights tuned "Tuned weights"

public_web list "Published archive" { by_reference: false }

boundary lab "Training platform" {
  trust: internal
  data_ingestion loader "Loader"
  training_data corpus "Corpus" { stores: [pages] }
  fine_tuning tuner "Fine-tuning"
  llm model_server "Summarizer" { holds: [tuned] }
}

loader -> list "downloads" { returns: [pages], controls: [tls] }
loader -> corpus { writes: [pages] }
tuner -> corpus { returns: [pages] }
tuner -> model_server "rolls out" { sends: [tuned], one_way: true }
