boundary a "A" {
  trust: internal
  llm b {
    owner: "A	tab" // a	tab
  }
}
