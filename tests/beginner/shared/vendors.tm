// What other models import.
model_provider llm "Hosted LLM"
