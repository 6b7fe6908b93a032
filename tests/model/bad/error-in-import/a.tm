llm a { owner: 3 }
