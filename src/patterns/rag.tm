// Retrieval-augmented generation (RAG): employees ask, and a model answers from the company's documents.
//
// Go through the file from top to bottom and change what is different with you. Every line marked
// CHANGE is a guess.

model "Knowledge assistant" {
  owner: "Knowledge management" // CHANGE: who answers for this system
  version: "0.1"
  catalog: 2026.1
  appetite: low
  about: """
    Employees ask questions in a web page. The assistant looks up passages in an index of the company's
    documents and of some public pages, and a hosted language model writes the answer from them.
  """
}

// What moves. Two sources of very different standing end up in one index: that is what makes RAG
// delicate. What is public may be written by anybody; what is confidential must not reach everybody.
prompts question "Question" { personal: true }
documents wiki "Company wiki" { class: confidential, integrity: high } // CHANGE: the class of your documents
documents news "Public pages" { class: public }
embeddings vectors "Embeddings" { from: [wiki, news] }
instructions template "Prompt template"
answers reply "Answer" { from: [question, template, wiki, news] }
credentials reader "Wiki token"

// Not ours. The web is untrusted: who writes a page that is fetched takes part in this system.
public_web web "Public web"
model_provider llm "Hosted model"

// People stand in a boundary when they sit in a network that you look after; outside, they would be
// strangers on unknown devices.
boundary office "Office network" {
  trust: internal
  end_user employee "Employee"
}

boundary cloud "Cloud account" {
  trust: internal
  controls: [audit_log]

  boundary app "Answering" {
    trust: internal
    web_app page "Question page" { controls: [auth, output_encoding] }
    orchestrator pipeline "RAG pipeline" { controls: [input_segregation] }
    retriever search "Retriever"
    guardrail guard "Content check" { controls: [output_filtering] }
    config_store config "Pipeline settings" {
      stores: [template]
      controls: [access_control, change_control]
    }
    rag_store index "Document index" { controls: [access_control, encryption_at_rest] }
  }

  // Filling the index is another job than answering, with other rights and other visitors: a boundary
  // of its own keeps a poisoned page from coming near the answers by any way but the index.
  boundary filling "Indexing" {
    trust: internal
    data_ingestion loader "Loader" {
      holds: [reader]
      controls: [secret_management, data_validation]
    }
    embedding_service embedder "Embedder"
  }
}

boundary intranet "Intranet" {
  trust: internal
  document_store store "Company wiki" { stores: [wiki], controls: [access_control, backup] }
}

employee -> page "asks" { sends: [question], returns: [reply], protocol: https, controls: [tls] }
page -> pipeline { sends: [question], returns: [reply], via: [guard] }
pipeline -> config "reads" { returns: [template] }
pipeline -> search "question" { sends: [question], returns: [wiki, news] }
search -> index "looks up" { sends: [question], returns: [wiki, news] }
pipeline -> llm "prompt" {
  sends: [question, template, wiki, news]
  returns: [reply]
  controls: [tls]
}

loader -> web "fetches" { returns: [news], protocol: https, controls: [tls] }
loader -> store "reads" { returns: [wiki], protocol: https, controls: [tls] }
loader -> embedder { sends: [wiki, news], returns: [vectors] }
loader -> index "fills" { writes: [wiki, news, vectors], controls: [tls] }

attacker author "Author of a fetched page" {
  from: [web]
  wants: [wiki]
  skill: medium
  motive: "Wrong answers, or passages of the wiki in a link"
}

// CHANGE: the index holds documents that not every employee may read. As long as the retriever does not
// ask for those of the person who asks, the confidential ones are open to all.
control as_user: user_context_authz "Search with the employee's rights" {
  on: [search]
  status: planned
  owner: "Search team"
}

mitigate rag-overexposure on search -> index { with: [as_user], owner: "Search team" }
rated rag-poison on loader -> index {
  likelihood: 3
  because: "Pages of ten known publishers."
  by: "Ana"
}

assumption "Personnel files are not in the wiki." { about: [wiki] }
question "How soon does a deleted wiki page leave the index?" {
  about: [index]
  owner: "Search team"
}
