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
mitigate provider-retention on llm { owner: "Ana", due: 2026-11-01 }
mitigate flow-eavesdrop on any flow { due: 2026-11-30 }
