llm bot
