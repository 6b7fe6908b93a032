llm llm; llm other
