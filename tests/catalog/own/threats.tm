threat style-leak "House style leaks through completions of {element}" {
  stride: information_disclosure
  on: inference_api
  likelihood: 2
  impact: 2
  lowered_by: { output_filtering: 2, ghost_writer: 1 }
  scenario: "A competitor samples completions of {element} to learn unreleased product names. {{ 7*7 }} { } {X} {"
  mitigation: "Filter unreleased names from completions."
}
control ghost_writer "Ghost writer" {
  about: "A second model rewrites every answer."
  reach: path
  lowers: { confabulation: 1, style-drift: 2 }
  softens: { rag-poison: 1 }
}
control firewall: prompt_guard "A control of the system" { on: guard }
threat style-drift "Style drifts" {
  stride: [tampering, spoofing]
  on: flow
  when: source in cloud and not (target.modality == image or target is llm)
    and target receives documents from wiki
    or receiver receives anything from partner
  refines: [flow-tamper, style-leak]
  likelihood: 3, floor: 2, impact: 5
  softened_by: { human_approval: 2 }
  scenario: "{source}, {target}, {sender}, {receiver}, {data}, {start}."
  phase: [development, runtime]
  layer: security
  test: garak:dan
  refs: [cwe:20, nist-ai-rmf:"GOVERN 1"]
  was: style-shift
}
threat apart-boundary "Tenants meet" { stride: spoofing, on: boundary, likelihood: 1, impact: 1, scenario: "In {boundary}." }
threat b4 "B" { stride: tampering, on: process, likelihood: 1, impact: 1, scenario: "x"
  when: element fed_by another agent and not element reaches another process and (exposes weights to partner
    or exposes personal to partner or exposes >= confidential to partner or exposes == secret to partner) }
threat b5 "B" { stride: tampering, on: process, likelihood: 1, impact: 1, scenario: "x"
  when: element reaches another untrusted and element fed_by internal and not element feeds partner }
