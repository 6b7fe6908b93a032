llm bot: gateway "Bot"
