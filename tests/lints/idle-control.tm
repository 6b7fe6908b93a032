// The encryption stands on one flow and is relied on for both; the filter stands nowhere.
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
control wire: tls { on: [waf -> llm] }
control filter: prompt_guard
mitigate flow-eavesdrop on any flow { with: [wire] }
mitigate prompt-injection-direct on visitor -> waf { with: [filter] }
