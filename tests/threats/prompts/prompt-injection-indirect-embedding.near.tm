// silent: prompt-injection-indirect
//   Pages of strangers go to a model that only makes vectors of them.

model "Search by meaning" { owner: "Search", catalog: 2026.1 }

documents pages "Pages of the web" { class: public }
documents notes "Contracts" { class: confidential }
prompts query "Query"
embeddings vectors "Vectors" { from: [pages, notes, query] }

anonymous_user visitor "Visitor"
public_web web "Web"
model_provider api "Embedding API" { generative: false }

boundary company "Company" {
  trust: internal
  web_app search "Search page"
  data_ingestion indexer "Indexer"
  document_store archive "Contracts" { stores: [notes] }
  vector_store index "Index"
}

visitor -> search { sends: [query], controls: [tls] }
indexer -> web "fetches" { returns: [pages], controls: [tls] }
indexer -> archive "reads" { returns: [notes] }
indexer -> api "embeds" { sends: [pages, notes], returns: [vectors], controls: [tls] }
indexer -> index { writes: [vectors] }
search -> api "embeds" { sends: [query], returns: [vectors], controls: [tls] }
search -> index "looks up" { returns: [vectors] }
