kind user: external "user" { about: "A test." }
kind anonymous_user: user "anonymous_user" { about: "A test." }
kind public_web: external "public_web" { about: "A test." }
kind third_party: external "third_party" { about: "A test." }
kind gateway: process "Gateway" { about: "A test." }
kind guardrail: process "Guardrail" { about: "A test." }
kind llm: process "LLM" {
  about: "A test."
  property generative { type: bool, default: true, about: "A test." }
  property modality { type: [text, image, audio], many: true, default: [text], about: "A test." }
}
kind model_provider: third_party, llm "Provider" { trust: partner, about: "A test." }
kind inference_api: process "API" { about: "A test." }
kind data_ingestion: process "Ingestion" { about: "A test." }
kind database: store "Database" {
  about: "A test."
  property multi_tenant { type: bool, default: false, about: "A test." }
  property engine { type: [sql, graph, none], default: none, about: "A test." }
}
kind vector_store: store "Vectors" { about: "A test." }
kind document_store: store "Documents" { about: "A test." }
kind rag_store: vector_store, document_store "RAG store" { about: "A test." }
kind documents: data "Documents" { about: "A test." }
kind prompts: data "Prompts" { about: "A test." }
kind answers: data "Answers" { about: "A test." }
kind credentials: data "Credentials" { class: secret, integrity: high, about: "A test." }
control auth "auth" { group: runtime, about: "A test." }
control rate_limit "rate_limit" { group: runtime, about: "A test." }
control tls "tls" { group: runtime, about: "A test." }
control audit_log "audit_log" { group: runtime, about: "A test." }
control prompt_guard "prompt_guard" { group: runtime, about: "A test." }
control output_filtering "output_filtering" { group: runtime, about: "A test." }
control provenance "provenance" { group: runtime, about: "A test." }
control access_control "access_control" { group: runtime, about: "A test." }
threat prompt-injection-direct "prompt-injection-direct" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test.", lowered_by: { prompt_guard: 2 } }
threat provider-retention "provider-retention" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test." }
threat denial-of-wallet "denial-of-wallet" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test.", was: [wallet-drain], lowered_by: { rate_limit: 2 } }
threat model-extraction "model-extraction" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test.", lowered_by: { rate_limit: 2 } }
threat rag-poison "rag-poison" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test.", lowered_by: { provenance: 2 } }
threat confabulation "confabulation" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test." }
threat inference-flood "inference-flood" { stride: tampering, on: flow, likelihood: 3, impact: 3, scenario: "A test.", mitigation: "A test.", lowered_by: { rate_limit: 2 } }
