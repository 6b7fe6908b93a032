model "Index" { owner: "Ana", catalog: 2026.1, review: every 1 year }
documents page { class: confidential }
model_provider api "Embedding API"
boundary cloud "Cloud" {
  trust: internal
  data_ingestion indexer "Indexer"
  llm text_embedder "Vectors"
}
indexer -> api { sends: [page] }
indexer -> text_embedder { sends: [page] }
reviewed 2026-11-20 { by: "Ana" }
