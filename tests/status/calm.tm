// Nothing is late.
model "Calm" { catalog: 2026.1, review: every 6 months, appetite: critical }

prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
reviewed 2026-10-01 { by: "Security guild" }
