// silent: guardrail-poison
//   The filter is fixed code; the verdicts are only counted and shown.

model "Learning filter" { owner: "Platform safety", catalog: 2026.1 }

prompts question "Question"
labels verdicts "Verdicts of moderators"
answers reply "Answer" { from: [question] }

anonymous_user visitor "Visitor"

boundary platform "Platform" {
  trust: internal
  web_app page "Chat page"
  guardrail filter "Learning filter"
  llm model "Own model"
  label_store reports "Moderated prompts" { stores: [verdicts] }
}

visitor -> page "asks" { sends: [question], returns: [reply], controls: [tls] }
page -> model { sends: [question], returns: [reply], via: [filter] }
page -> reports "counts" { returns: [verdicts] }
