llm a
