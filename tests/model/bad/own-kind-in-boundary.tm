boundary cloud {
  kind fraud: llm "Fraud" { about: "x" }
  gateway waf
}
