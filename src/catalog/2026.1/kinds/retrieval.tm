// Finding what a generator should know, and keeping what was said.

kind embedding_service: process "Embedding service" {
  icon: sparkles
  layer: data_operations
  ai: model
  about: "Turns content into vectors that can be searched by meaning."
}

kind retriever: process "Retriever" {
  icon: search
  layer: data_operations
  ai: tool
  about: "Looks up the passages that go into a prompt."
}

kind knowledge_store: store "Knowledge store" {
  icon: database-search
  layer: data_operations
  ai: data_set
  about: "Keeps what a generator draws on for its answers."
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
}

kind document_store: knowledge_store "Document store" {
  icon: document
  about: "Keeps the documents of a knowledge base."
}

kind vector_store: knowledge_store "Vector store" {
  about: "An index of embeddings, searched by likeness."
}

kind rag_store: vector_store, document_store "RAG store" {
  icon: database-search
  about: "Documents and their embeddings, which a generator retrieves passages from."
}

kind prompt_store: store "Prompt store" {
  icon: scroll
  layer: agent_frameworks
  ai: prompt
  about: "Keeps system prompts and templates, which tell a model what to do."
}

kind session_store: store "Session store" {
  icon: history
  layer: agent_frameworks
  ai: prompt
  about: "Keeps what was said or learned in one session for a later one."
  property multi_tenant {
    type: bool
    default: false
    about: "Customers, teams or users who must not see each other's data share this instance."
  }
}

kind memory_store: session_store "Memory store" {
  icon: memory
  about: "The long-term memory of an agent, which steers what it does later."
}

kind chat_history: session_store "Chat history" {
  icon: history
  about: "Records of conversations."
}

kind cache: session_store "Cache" {
  icon: recycle
  layer: deployment
  about: "Keeps answers for prompts that are the same or alike, to give them again."
}
