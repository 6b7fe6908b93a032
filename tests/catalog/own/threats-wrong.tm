threat no-parts "Nothing in it"
threat no-title { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x" }
threat rag-poison "Taken" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x" }
threat numbers "Numbers" {
  stride: tamper
  on: flow
  likelihood: 6
  impact: 2.5
  floor: high
  scenario: x
  mitigation: """{targt}, {element}"""
  lowered_by: { rate_limt: 2, auth: 5, auth: 1, tls: "two", firewall: 1 }
  softened_by: [auth]
  refines: [flow-tampr, numbers]
  refs: [atlas:AML.T9999, owasp-lm-2025:LLM01, owasp-llm-2025:LLM11, "cwe:20", nist-ai-rmf:"GOVERN 99"]
  severity: 3
  phase: [runtime, runtime, later]
}
control firewall: prompt_guard "A control of the system"
threat floor-high "Floor" { stride: tampering, on: [flow, llm], likelihood: 2, floor: 3, impact: 1, scenario: "x" }
threat on-data "On data" { stride: tampering, on: [documents, lllm], likelihood: 2, impact: 1, scenario: "x", lowers: { a: 1 } }
threat on-flows "On flows" { stride: [tampering, "spoofing"], on: flows, likelihood: 2, impact: 1, scenario: "x" }
threat a-ring "Ring" { stride: tampering, on: flow, likelihood: 2, impact: 1, scenario: "x", refines: b-ring }
threat b-ring "Ring" { stride: tampering, on: flow, likelihood: 2, impact: 1, scenario: "x", refines: a-ring, was: flow-tamper }
threat "No name" { stride: tampering }
threat under: rag-poison "Under" { stride: tampering, on: flow, likelihood: 2, impact: 1, scenario: "x" }
control quick "Quick" { reach: far, lowers: { rag-poisn: 1, rag-poison: 9 }, refs: x, group: 3 }
control auth "Taken"
