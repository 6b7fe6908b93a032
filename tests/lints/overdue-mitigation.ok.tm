// Due today; its threats are settled; or it answers none (which is stale).
model "M" { catalog: 2026.1, appetite: medium }
prompts question { personal: true }
end_user visitor
model_provider llm
boundary cloud "Cloud" {
  trust: internal
  gateway waf
}
visitor -> waf { sends: [question] }
waf -> llm { sends: [question] }
mitigate provider-retention on llm { owner: "Ana", due: 2026-12-01 }
mitigate flow-eavesdrop on visitor -> waf { due: 2026-11-30 }
mitigate rag-poison on visitor -> waf { due: 2026-11-30 }
control quota: rate_limit { on: [waf] }
rated flow-eavesdrop on visitor -> waf { likelihood: 1, impact: 1, because: "Few visitors.", by: "Ana" }
