blob_store images
llm chat
chat -> images
