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
control quota: rate_limit "Calls per key" { on: [waf], status: planned, due: 2026-11-30, owner: "Ana" }
control filter: prompt_guard "Filter" { on: [waf], status: planned, due: 2025-11-30 }
