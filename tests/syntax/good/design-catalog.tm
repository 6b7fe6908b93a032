kind rag_store: vector_store, document_store "RAG store" {
  icon: database-search
  layer: data_operations                     // MAESTRO
  about: "Documents and embeddings that a generator retrieves from."
}

control output_filtering "Output filtering" { about: "…", refs: [atlas:AML.M0020] }

threat rag-poison "Documents planted in the knowledge base change answers" {
  stride: tampering
  on: flow                                   // flow | element | boundary | model | a kind
  when: writes documents and receiver is document_store and moved tainted
  refines: [flow-tamper, store-tamper]       // see Threats
  likelihood: 4                              // 1..5, before any control
  floor: 2                                   // no control is known to end it
  impact: 4                                  // 1..5
  lowered_by: { provenance: 2, data_validation: 2, access_control: 1 }
  softened_by: { human_approval: 1 }         // lowers the impact
  scenario: """…what an attacker does, in two or three sentences…"""
  mitigation: """…what to do about it…"""
  phase: runtime
  test: [garak:latentinjection, pyrit:xpia, art:poisoning]            // how to try it for real
  refs: [atlas:AML.T0070, owasp-llm-2025:LLM08, owasp-llm-2025:LLM04, exchange:augmentation-data-manipulation]
}
