// Today is 2026-12-01: the first ends in 30 days, the second today, the third covers several.
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
accept provider-retention on llm { because: "By contract.", by: "CISO", until: 2026-12-31 }
accept input-leak-provider on waf -> llm { because: "By contract.", by: "CISO", until: 2026-12-01 }
accept flow-eavesdrop on any flow { because: "Nothing secret.", by: "CISO", until: 2026-12-02 }
