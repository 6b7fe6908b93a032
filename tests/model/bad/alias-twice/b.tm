llm b
