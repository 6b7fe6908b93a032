llm bot { modality: [text, smell] }
