//~ syntax; 4 elements, 3 flows, 2 data
model "Support chat" { owner: "Ana", catalog: 2026.1 }

prompts question "Question" { personal: true }
answers reply "Reply" { from: [question] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"

boundary cloud "Cloud" {
  trust: internal
  gateway waf "API gateway" { controls: [auth] }
  inference_api chat "Chat"
}

visitor -->|question| waf
waf -> chat "question" { sends: [question], returns: [reply] }
chat -> llm "prompt" { sends: [question], returns: [reply] }
