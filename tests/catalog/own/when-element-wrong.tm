threat b1 "B" { stride: tampering, on: element, likelihood: 1, impact: 1, scenario: "{target}"
  when: crosses up or one_way or sends documents or moved tainted or moved is documents or source is llm }
threat b2 "B" { stride: tampering, on: [gateway, guardrail], likelihood: 1, impact: 1, scenario: "x"
  when: element.generative or multi_tenant or trust >= internl }
threat b3 "B" { stride: tampering, on: external, likelihood: 1, impact: 1, scenario: "x"
  when: element.generative and stores personal and gives anything to partner and holds >= secret and tainted and element tainted by partner
    and exposes internal to untrusted and element feeds training and receives documents from element }
