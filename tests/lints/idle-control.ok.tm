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
control wire: tls { on: [visitor -> waf, waf -> llm] }
mitigate flow-eavesdrop on any flow { with: [wire] }
