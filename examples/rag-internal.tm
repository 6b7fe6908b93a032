// Retrieval over confidential documents, for employees: query, embedding, vector database,
// context augmentation, response. Nothing leaves the company.

model "Contract search" {
  owner: "Legal Engineering"
  version: "0.9"
  catalog: 2026.1
  appetite: low
  marking: "Company confidential"
  about: """
    Employees ask about contracts in their own words. Each question becomes an embedding, the
    nearest passages are fetched, added to the question, and a model in the own data center
    writes the answer.
  """
}

// Vectors are as confidential as the text they were made from: class comes along with `from`.
documents contracts "Contracts" { class: confidential, personal: true, integrity: high }
embeddings vectors "Passage vectors" { from: [contracts] }
prompts query "Query" { class: internal }
embeddings qvector "Query vector" { from: [query] }
instructions frame "System prompt"
prompts augmented "Augmented prompt" { from: [query, contracts, frame] }
answers response "Response" { from: [query, contracts] }

boundary desk "Office network" {
  trust: partner // laptops, visitors, contractors
  end_user employee "Employee"
  mailbox inbox "Contract inbox" { controls: [access_control] } // anybody can write to it
}

boundary search "Search platform" {
  trust: internal
  controls: [audit_log]
  web_app portal "Search portal" { controls: [auth] }
  embedding_service embedder "Embedding model"
  orchestrator augmenter "Context augmentation"
  data_ingestion indexer "Contract indexer"

  boundary vault "Confidential data" {
    trust: restricted
    controls: [encryption_at_rest, audit_log]
    vector_store vectordb "Vector database" { stores: [vectors], controls: [auth] }
    document_store archive "Contract archive" {
      stores: [contracts]
      controls: [access_control, backup]
    }
    prompt_store prompts "System prompts" { stores: [frame], controls: [access_control] }
  }
}

boundary gpu "Own data center" {
  trust: internal
  // Open weights: who copies them has nothing that is not public.
  llm model "Language model" { proprietary: false, controls: [network_segmentation] }
}

// The question.
employee -> portal "query" {
  sends: [query]
  returns: [response]
  protocol: https
  controls: [tls, mfa]
}
portal -> augmenter { sends: [query], returns: [response] }
augmenter -> embedder "embed" { sends: [query], returns: [qvector] }
augmenter -> vectordb "nearest" { sends: [qvector], returns: [contracts], controls: [tls] }
augmenter -> prompts { returns: [frame], controls: [tls] }
augmenter -> model "augmented prompt" { sends: [augmented], returns: [response], controls: [tls] }
// Filling the index.
indexer -> inbox "collects" { returns: [contracts], controls: [tls] }
indexer -> embedder "embed" { sends: [contracts], returns: [vectors] }
indexer -> vectordb { writes: [vectors, contracts], controls: [tls] }
indexer -> archive { writes: [contracts], controls: [tls] }

attacker insider "Curious employee" {
  from: [employee]
  skill: medium
  wants: [contracts]
  motive: "Salaries and severance in contracts of others"
}

control per_user: user_context_authz "Search as the user" {
  on: [augmenter -> vectordb]
  status: planned
  due: 2027-01-15
  owner: "Legal Engineering"
}

rated prompt-injection-direct on employee -> portal {
  likelihood: 4
  impact: 3
  because: "The model has no tools, and every question is logged with a name."
  by: "Legal Engineering"
}
mitigate rag-overexposure on augmenter -> vectordb {
  with: [per_user]
  owner: "Legal Engineering"
  ticket: "LE-204"
}
// A rule of the house: where it is broken, `check --fail-on` fails.
require auth on any web_app { because: "Security standard 3.1." }

assumption "Contracts arrive by mail only." { about: [inbox] }
question "Are deleted contracts removed from the vectors too?" {
  about: [vectordb]
  owner: "Legal Engineering"
}
reviewed 2026-09-20 { by: "Architecture board" }
