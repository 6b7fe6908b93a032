model llm "Hosted LLM"
use rag "R"
