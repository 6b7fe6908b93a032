// Met by a flow's ends, on its way, as what others run on; or out of scope.
model "M" { catalog: 2026.1 }
prompts question
end_user visitor
boundary cloud "Cloud" {
  trust: internal
  orchestrator host
  guardrail guard
  web_app shop { runs_on: [host] }
  database legacy { scope: out, because: "Switched off in May." }
}
visitor -> shop { sends: [question], via: [guard] }
