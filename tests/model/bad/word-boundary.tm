anonymous_user visitor
boundry cloud "Cloud" {
  trust: internal
  gateway waf
  llm bot
}
visitor -> waf
waf -> bot
accept rag-poison on cloud { because: "x", by: "y" }
