chat -> index {
  carries: [docs, prompts
  protocol: https
}
chat -> llm { carries: [docs, prompts, protocol: https }
chat -> web { carries: [docs }
x -> y { carries: [docs) }
