model "{x}" {
  owner: "{x}", version: "{x}", marking: "{x}", eu_ai_act: high
  about: """
{prose}
"""
}
documents d "{x}" { class: confidential, about: "Some **words**.", owner: "{x}" }
prompts p "{x}"
answers r "{x}" { from: [d, p] }
anonymous_user v "{x}" { about: "Some **words**.", owner: "{x}" }
model_provider m "{x}"
boundary b "{x}" {
  about: "Some **words**."
  owner: "{x}"
  web_app w "{x}"
  rag_store s "{x}" { stores: [d], tags: ["{x}"] }
  database out "{x}" { scope: out, because: "{x}" }
}
v -> w "{x}" { sends: [p], returns: [r], protocol: "{x}", about: "Some **words**.", owner: "{x}" }
w -> s as asks "{x}" { sends: [p], returns: [d] }
w -> m "{x}" { sends: [p, d], returns: [r] }
w -> out
attacker a "{x}" { from: [v], skill: low, wants: [d], motive: "{x}", about: "Some **words**." }
control c: prompt_guard "{x}" { on: [w], status: verified, evidence: "{x}", verified: 2026-09-01, owner: "{x}", ticket: "{x}", about: "Some **words**." }
control own_word "{x}" { about: "Some **words**.", group: runtime }
kind own_kind: web_app "{x}" { about: "Some **words**." }
own_kind k "{x}"
k -> s { returns: [d] }
mitigate prompt-injection-direct on v -> w { with: [c], owner: "{x}", ticket: "{x}" }
accept provider-retention on m { because: "{x}", by: "{x}", until: 2099-01-01 }
transfer inference-flood on v -> w { to: "{x}", because: "{x}" }
dismiss jailbreak on v -> w { because: "{x}" }
rated rag-overexposure on asks { likelihood: 3, because: "{x}", by: "{x}" }
off confabulation { because: "{x}" }
require auth on any own_kind { because: "{x}" }
threat own-threat "{x}" {
  stride: tampering
  on: web_app
  likelihood: 4
  impact: 4
  scenario: """
{prose}

And {element}.
"""
  mitigation: "import of *words* to {element}"
}
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}"
assumption "{x}" { about: [w], owner: "{x}" }
assumption "{x}" { about: [w], owner: "{x}", confirmed: "{x}" }
question "{x}" { about: [w], owner: "{x}", answer: "{x}" }
tested prompt-injection-direct on v -> w { date: 2026-09-12, by: "{x}", with: "{x}", result: held, evidence: "{x}", note: "{x}" }
reviewed 2026-10-01 { by: "{x}", note: "{x}" }
view one "{x}" { focus: [w], about: "Some **words**." }
view two "{x}" { include: [severity:high] }
