// The last day counts.
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
accept provider-retention on llm { because: "By contract.", by: "CISO", until: 2026-12-01 }
