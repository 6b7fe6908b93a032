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

// Conditions: multi_tenant -> the property. Whoever finds by likeness finds whatever is near, so a forgotten filter is
// all it takes; that is as likely as any reading of a store, whose general threat stays beside it.
threat vector-cross-tenant "A search finds what belongs to another client" {
  stride: information_disclosure
  on: knowledge_store
  when: element.multi_tenant and element gives anything
  likelihood: 3
  impact: 4
  lowered_by: { tenant_isolation: 2, user_context_authz: 1, access_control: 1 }
  scenario: """
    {element} holds content of several clients and finds by likeness. One query without the right filter, or one
    filter that a caller can set, and passages of one client stand in an answer to another. Nobody notices, since
    the answer reads well.
  """
  mitigation: """
    Give each client an index or partition of its own in {element}, with its own key. Where that is too costly, let
    the service in front set the filter from the caller's token, never from the request, and let {element} refuse
    queries without one. Plant a marked passage for each client and search for it as another.
  """
  phase: runtime
  layer: data_operations
  refs: [
    atlas:AML.T0085.000,
    owasp-llm-2025:LLM08,
    owasp-llm-2026:LLM09,
    owasp-agentic:T3,
    owasp-dsgai-2026:DSGAI13,
    owasp-dsgai-2026:DSGAI11,
    nist-ai-100-2:NISTAML.038,
    cwe:668,
    cwe:639,
    maestro:L2.2,
    exchange:augmentationdataleak,
    saif:riskSensitiveDataDisclosure,
    linddun:DD
  ]
}

// Conditions: contains_pii or confidential. Only where vectors are what can be had: beside the text itself, inverting
// them gains nothing. A vector is often taken for harmless and goes to other services, where the text would not.
threat embedding-inversion "Source text is rebuilt from embeddings" {
  stride: information_disclosure
  on: [vector_store, third_party]
  when: element is vector_store and element stores embeddings and not element stores documents
      and (element stores >= confidential or element stores personal)
    or element is third_party and element receives embeddings and not element receives documents
      and (element receives >= confidential or element receives personal)
  likelihood: 2
  impact: 3
  lowered_by: { encryption_at_rest: 1, access_control: 1, pii_redaction: 1, vendor_assurance: 1 }
  scenario: """
    Somebody copies the vectors in {element} and runs a model that turns embeddings back into text. Names, numbers
    and whole sentences come out, although {element} was thought to hold none.
  """
  mitigation: """
    Protect vectors like the text that they were made from: the same class, the same roles, the same contract for
    whoever keeps them. Take names and numbers out before text is embedded, and encrypt {element} with keys that are
    kept elsewhere.
  """
  phase: runtime
  layer: data_operations
  refs: [
    atlas:AML.T0024.001,
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM02,
    owasp-ml-2023:ML03,
    owasp-dsgai-2026:DSGAI13,
    owasp-dsgai-2026:DSGAI18,
    nist-ai-100-2:NISTAML.032,
    cwe:200,
    maestro:L2.2,
    exchange:augmentationdataleak,
    saif:riskInferredSensitiveData,
    linddun:DD,
    linddun:I
  ]
}

// Conditions: !pii_redaction or !secret_management -> what is indexed comes from where people and programs leave keys:
// code, logs, tickets, mail, shared files. Edited documents seldom hold any. One store of several in a row.
threat rag-credential-harvest "Keys inside indexed content are found by a question" {
  stride: information_disclosure
  on: [vector_store, document_store]
  when: (element feeds llm or element feeds agent) and (element is vector_store or not element feeds vector_store)
    and (element stores code or element stores logs or element stores credentials
      or element fed_by ticket_system or element fed_by mailbox or element fed_by email or element fed_by code_repo
      or element fed_by file_system or element fed_by log_store)
  likelihood: 3
  impact: 4
  lowered_by: {
    artifact_scanning: 2
    pii_redaction: 1
    secret_management: 1
    user_context_authz: 1
  }
  scenario: """
    Among what {element} has taken in is a message, a file or a log with a password in it. Somebody asks for access
    to that system; the passage is the best match, and the answer holds the key.
  """
  mitigation: """
    Scan for keys before anything goes into {element}, hold back what is found, and scan what is in it already.
    Change keys that were found rather than hiding them. Search with the rights of who asks, and stop answers that
    look like keys on their way out.
  """
  phase: runtime
  layer: data_operations
  refs: [
    atlas:AML.T0082,
    owasp-llm-2025:LLM08,
    owasp-llm-2025:LLM02,
    owasp-llm-2026:LLM09,
    owasp-llm-2026:LLM02,
    owasp-agentic:ASI03,
    owasp-dsgai-2026:DSGAI02,
    nist-ai-100-2:NISTAML.038,
    cwe:312,
    cwe:522,
    maestro:L2.2,
    saif:riskSensitiveDataDisclosure,
    linddun:DD,
    exchange:disclosureinoutput
  ]
}

// Conditions: writers.untrusted -> the store is tainted; of several in a row the one that is searched. rag-poison is
// the grave case and stands where it is written; this one only stops answers, so it is low unless availability is high.
threat rag-jamming "Crafted entries push good ones out of the results" {
  stride: denial_of_service
  on: [vector_store, document_store]
  when: element tainted and (element is vector_store or not element feeds vector_store)
    and (element feeds llm or element feeds agent)
  likelihood: 2
  impact: 2
  lowered_by: { data_validation: 2, rate_limit: 1, monitoring: 1 }
  softened_by: { backup: 1 }
  scenario: """
    By way of {start} somebody brings in entries that are near to every question, very many of them, or one that
    makes the model refuse to answer. What {element} finds is full of them, and those who ask get nothing of use.
  """
  mitigation: """
    Refuse entries that repeat each other, are odd in length or near to everything before they go into {element},
    and limit how many one source may add. Take passages from several sources into each answer, watch for answers
    that suddenly refuse, and be able to remove all of one source.
  """
  phase: runtime
  layer: data_operations
  refs: [
    atlas:AML.T0029,
    atlas:AML.T0070,
    owasp-llm-2025:LLM08,
    owasp-llm-2026:LLM09,
    owasp-dsgai-2026:DSGAI17,
    nist-ai-100-2:NISTAML.016,
    cwe:400,
    maestro:L2.3,
    exchange:augmentationdatamanipulation
  ]
}
