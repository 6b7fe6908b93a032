model "M" { catalog: 2026.1 }
prompts question { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
control quota: rate_limit "Calls per key" { on: [waf], status: verified, evidence: "runs/112", verified: 2025-12-01 }
