// Two threats of one statement, both above what was accepted.
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
accept flow-eavesdrop on any flow { because: "Nothing secret.", by: "CISO", at: medium }
