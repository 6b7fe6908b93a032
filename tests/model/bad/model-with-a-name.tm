model llm "Hosted LLM"
anonymous_user visitor
visitor -> llm
