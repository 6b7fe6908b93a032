// On a part, in a list, or relied on (which idle-control speaks of).
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
control quota: rate_limit "Calls per key" { on: [waf] }
control login: auth "Single sign-on"
gateway edge { controls: [login] }
edge -> waf
control filter: prompt_guard "Prompt filter"
mitigate prompt-injection-direct on visitor -> waf { with: [filter] }
// A word of the vocabulary is no control of this system.
control chaos_drill "Chaos drill" { about: "Something is switched off on purpose." }
