inference_api "Chat" {
  controls: [auth]
}
boundry cloud "Cloud" {
  gateway waf "API gateway"
}
boundary cloud "Cloud" {
  trust untrusted
}
model llm "Hosted LLM"
use rag "R"
