// fires: data-poison-feedback@visitor->chat
// draws: atlas:AML.T0020, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, owasp-ml-2023:ML08, owasp-ml-2023:ML02, nist-ai-100-2:NISTAML.013, exchange:datapoison, saif:riskDataPoisoning
//   A group of visitors agrees to rate every answer that names a certain brand as helpful. The
//   ratings go straight into the set for the next tuning run, and the assistant shifts towards
//   what the group wants.

model "Shopping assistant" { owner: "Assistant team", catalog: 2026.1 }

prompts question "Question"
answers reply "Answer"
labels rating "Thumbs up and down"
weights tuned "Tuned weights"

anonymous_user visitor "Visitor"

boundary shop "Shop" {
  trust: internal
  web_app chat "Chat page"
  llm model_server "Assistant model" { holds: [tuned] }
  feedback_store ratings "Ratings" { stores: [rating] }
  dashboard quality "Quality page"
  fine_tuning tuner "Weekly tuning"
}

visitor -> chat { sends: [question, rating], returns: [reply], controls: [tls] }
chat -> model_server { sends: [question], returns: [reply] }
chat -> ratings { writes: [rating] }
quality -> ratings { returns: [rating] }
tuner -> ratings { returns: [rating] }
tuner -> model_server "rolls out" { sends: [tuned], one_way: true }
