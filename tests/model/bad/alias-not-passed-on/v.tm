llm till
