llm bot {
  trust restricted
  generative: true
}
