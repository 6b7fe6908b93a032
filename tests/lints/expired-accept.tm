// One statement is told once, with its threats.
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
accept provider-retention on llm { because: "By contract.", by: "CISO", until: 2026-11-30 }
accept flow-eavesdrop on any flow { because: "Nothing secret.", by: "CISO", until: 2026-06-30 }
