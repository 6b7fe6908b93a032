// A day less than a year; a day, but not said to be verified; no day.
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
control quota: rate_limit "Calls per key" { on: [waf], status: verified, evidence: "runs/112", verified: 2025-12-02 }
control login: auth "Login" { on: [waf], status: implemented, verified: 2020-01-01 }
control filter: prompt_guard "Filter" { on: [waf], status: verified, evidence: "runs/7" }
