mitigate rag-poison crawler -> index { owner: "Ana" }
mitigate rag-poison@crawler->index
dismiss model-extraction@llm { because: "x" }
mitigate rag-poison index
accept x on
accept x on [a, b] { by: "Ana" }
