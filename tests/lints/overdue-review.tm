// Every 3 months is 90 days.
model "M" { catalog: 2026.1, review: every 3 months }
prompts question { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
reviewed 2026-03-01 { by: "Security guild" }
reviewed 2026-09-01 { by: "Security guild" }
