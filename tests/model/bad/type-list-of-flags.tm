llm bot { generative: [true, false] }
