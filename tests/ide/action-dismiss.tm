// ask: action Dismiss
model "Chat" {
  catalog: 2026.1
}

documents handbook "Company documents" { class: confidential }
prompts question "User questions" { personal: true }
answers reply "Answers" { from: [question, handbook] }

anonymous_user visitor "Visitor"
model_provider llm "Hosted LLM"

boundary cloud "Cloud account" {
  trust: internal
  gateway waf "API gateway" { controls: [auth] }
  boundary app "Application" {
    inference_api chat "Chat service"
    rag_store index "Vector index" { stores: [handbook] }
  }
}

visitor -▮> waf "question" { sends: [question], returns: [reply], protocol: https }
waf -> chat { sends: [question], returns: [reply] }
chat -> index "query" { sends: [question], returns: [handbook] }
chat -> llm "prompt" { sends: [question, handbook], returns: [reply] }
