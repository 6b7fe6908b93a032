// Knowledge bases: what is planted in them and what they give away.

// Conditions: writers.untrusted -> what is written can come from below the store's trust. An embedding step behind
// a document store passes on what was planted there; the rule stands where it was written first. An archive that no
// model reads is no knowledge base.
threat rag-poison "Documents planted in the knowledge base change answers" {
  stride: tampering
  on: flow
  when: writes anything and moved tainted
    and (receiver is vector_store
      or receiver is document_store and (receiver feeds llm or receiver feeds agent or receiver feeds vector_store))
    and not (sender is embedding_service and sender receives documents from document_store)
  refines: [flow-tamper, boundary-elevation, store-tamper, vector-store-tamper]
  likelihood: 4
  impact: 4
  lowered_by: { provenance: 2, data_validation: 2, access_control: 1, integrity_check: 1 }
  softened_by: { input_segregation: 1, human_approval: 1 }
  scenario: """
    By way of {start} somebody brings in text made to be found: false facts in the words of likely questions, or
    instructions to the model. {sender} writes it to {receiver} with the rest, and from then on it is quoted in
    answers to others.
  """
  mitigation: """
    Let {sender} take up only sources on a list and store with each passage where it came from. Check and scan new
    content before it goes into {receiver}, hold back what is near to sensitive questions, and keep outside content
    in an index of its own that answers can be made without. Show sources with answers.
  """
  phase: runtime
  layer: data_operations
  test: [promptfoo:rag-poisoning, aitg:AITG-APP-08]
  refs: [
    atlas:AML.T0070,
    atlas:AML.T0071,
    atlas:AML.T0066,
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM04,
    owasp-llm-2025:LLM01,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM05,
    owasp-llm-2026:LLM01,
    owasp-agentic:ASI06,
    owasp-agentic:T1,
    owasp-ml-2023:ML02,
    owasp-dsgai-2026:DSGAI04,
    owasp-dsgai-2026:DSGAI21,
    nist-ai-100-2:NISTAML.013,
    nist-ai-100-2:NISTAML.015,
    cwe:345,
    cwe:349,
    maestro:L2.5,
    maestro:L2.1,
    exchange:augmentationdatamanipulation,
    saif:riskRetrievalVectorStorePoisoning
  ]
}

// Conditions: none but missing controls; the store must feed a generator.
threat vector-store-tamper "Stored passages or embeddings are edited directly" {
  stride: tampering
  on: [vector_store, document_store]
  when: element feeds llm or element feeds agent
  refines: [store-tamper]
  likelihood: 3
  impact: 4
  lowered_by: { access_control: 2, integrity_check: 1, audit_log: 1 }
  softened_by: { backup: 1 }
  scenario: """
    Somebody with write access to {element} (a service account shared by many, an open port inside the network, an
    insider) edits passages, vectors or their labels. Retrieval then prefers the false passage or skips the true
    one.
  """
  mitigation: """
    Let only the indexing job write to {element}, and readers only read; close its port to everybody else. Keep
    hashes of passages with the source documents and compare them regularly. Record changes, and be able to rebuild
    the index.
  """
  phase: runtime
  layer: data_operations
  test: [aitg:AITG-APP-08]
  refs: [
    atlas:AML.T0070,
    atlas:AML.T0071,
    owasp-llm-2025:LLM08,
    owasp-llm-2026:LLM09,
    owasp-agentic:ASI06,
    owasp-agentic:T1,
    owasp-dsgai-2026:DSGAI13,
    nist-ai-100-2:NISTAML.013,
    cwe:732,
    cwe:345,
    maestro:L2.4,
    exchange:augmentationdatamanipulation,
    saif:riskRetrievalVectorStorePoisoning
  ]
}

// Conditions: confidential or contains_pii -> what is retrieved. Filling an index is not retrieval.
threat rag-overexposure "Retrieval returns documents the asking user may not see" {
  stride: information_disclosure
  on: flow
  when: (sender is document_store or sender is vector_store) and (moves >= confidential or moves personal)
    and (receiver is retriever or receiver is agent or receiver reaches llm or receiver feeds llm)
    and not receiver is data_ingestion and not receiver is embedding_service
  likelihood: 4
  impact: 4
  lowered_by: { user_context_authz: 3, tenant_isolation: 1, output_filtering: 1, audit_log: 1 }
  scenario: """
    A user asks a question whose best passages lie in documents that were never shared with that user. {receiver}
    searches {sender} with its own rights, finds them, and the answer repeats them.
  """
  mitigation: """
    Store with every passage in {sender} who may read it, and filter by the rights of the asking user in the search
    itself, not in the prompt. Follow changes of rights at the source within minutes, keep clients in separate
    indexes, and log which passages went into which answer.
  """
  phase: runtime
  layer: data_operations
  test: [promptfoo:rag-document-exfiltration, aitg:AITG-DAT-02]
  refs: [
    atlas:AML.T0085.000,
    atlas:AML.T0057,
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM02,
    owasp-agentic:T3,
    owasp-dsgai-2026:DSGAI12,
    owasp-dsgai-2026:DSGAI15,
    nist-ai-100-2:NISTAML.038,
    cwe:862,
    cwe:863,
    cwe:200,
    maestro:L2.2,
    exchange:augmentationdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD
  ]
}
