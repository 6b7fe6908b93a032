model "Index" { owner: "Ana", catalog: 2026.1, review: every 1 year }
documents page { class: confidential }
model_provider api "Embedding API" { generative: false }
boundary cloud "Cloud" {
  trust: internal
  data_ingestion indexer "Indexer"
  embedding_service own "Own embeddings"
  llm chat "Embedded assistant"
}
indexer -> api { sends: [page] }
indexer -> own { sends: [page] }
indexer -> chat { sends: [page] }
reviewed 2026-11-20 { by: "Ana" }
