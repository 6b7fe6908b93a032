llm bot { scope: out }
