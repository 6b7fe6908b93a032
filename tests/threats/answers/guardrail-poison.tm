// fires: guardrail-poison@filter
// draws: atlas:AML.T0020, owasp-llm-2025:LLM04, owasp-llm-2026:LLM05, owasp-ml-2023:ML02, owasp-dsgai-2026:DSGAI04, nist-ai-100-2:NISTAML.013, exchange:devmodelpoison
//   Somebody who may report false alarms marks one form of attack as harmless, many times. The filter learns it with
//   the next update and lets it through.

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
filter -> reports "learns from" { returns: [verdicts] }
