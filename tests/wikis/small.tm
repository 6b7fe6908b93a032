model "Small assistant" {
  owner: "Applied AI"
  version: "2.1"
  catalog: 2026.1
  marking: "TLP:GREEN"
  about: "Answers questions from a **handbook**; see [the plan](https://example.com/plan_(1)?a=1&b=2)."
}
documents handbook "Handbook" { class: confidential }
prompts question "Questions"
answers reply "Answers" { from: [question, handbook] }
anonymous_user visitor "Visitor"
boundary app "Application" {
  inference_api chat "Chat service"
  rag_store index "Index" { stores: [handbook] }
}
visitor -> chat "question" { sends: [question], returns: [reply], protocol: https, controls: [tls] }
chat -> index "query" { sends: [question], returns: [handbook] }
attacker anyone "Anyone" { from: [visitor], skill: low, wants: [handbook] }
accept inference-flood on visitor -> chat { because: "Small.", by: "CISO", at: critical, until: 2099-06-30 }
assumption "The proxy ends TLS." { about: [visitor -> chat] }
