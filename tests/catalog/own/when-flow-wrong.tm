threat a1 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: element is llm and sourc is llm and moved is llm and target is documents and target is llmm }
threat a2 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: target.generativ and target.trust and target.trust < intern and target.generative == yes and target.generative > true }
threat a3 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: oneway or generative or target.modality or target.modality == txt or target.deployed >= "edge" or target.deployed == 1 }
threat a4 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: stores documents or target sends documents or moves documents from llm or target stores documents from llm
    or target receives documents to llm or target receives documents from lm }
threat a5 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: moves confidential or moves documnts or moves llm or moves >= secrt or tainted by nobody or exposes secret to all }
threat a6 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: crosses and not crosses }
threat a7 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: target reaches documents or moved reaches llm or target feeds lllm or moved in cloud }
threat a8 "A" { stride: tampering, on: model, likelihood: 1, impact: 1, scenario: "x"
  when: crosses }
threat a9 "A" { stride: tampering, on: flow, likelihood: 1, impact: 1, scenario: "x"
  when: target fed_by documents or target reaches another lllm or exposes llm to partner or exposes weihgts to partner
    or exposes intrenal to partner or exposes >= llm to partner or sender feeds another }
