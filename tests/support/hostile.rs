//! Texts that try to be more than text, and a model that has one in every place.

/// Each on its own, so that one can't hide another.
pub const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "]]>",
    "{{ 7*7777777 }}{% raw %}",
    "a|b|c",
    "``` `code` **bold** [x](javascript:alert(1))",
    "</text></svg><script>alert(2)</script>",
    "--> <!-- x",
    "&lt;&#x3c;script&#62;",
    "\u{202e}evil\u{200b}",
    "<style>*{display:none}</style>",
    "' onload='alert(1)",
];

/// A model with a text in every place where one can stand.
pub fn model(x: &str) -> String {
    format!(
        r#"model "{x}" {{
  owner: "{x}", version: "{x}", marking: "{x}", eu_ai_act: high
  about: "{x}"
}}
documents d "{x}" {{ class: confidential, about: "{x}", owner: "{x}" }}
prompts p "{x}"
answers r "{x}" {{ from: [d, p] }}
anonymous_user v "{x}" {{ about: "{x}", owner: "{x}" }}
model_provider m "{x}"
boundary b "{x}" {{
  about: "{x}"
  owner: "{x}"
  web_app w "{x}"
  rag_store s "{x}" {{ stores: [d], tags: ["{x}"] }}
  database out "{x}" {{ scope: out, because: "{x}" }}
}}
v -> w "{x}" {{ sends: [p], returns: [r], protocol: "{x}", about: "{x}", owner: "{x}" }}
w -> s as asks "{x}" {{ sends: [p], returns: [d] }}
w -> m "{x}" {{ sends: [p, d], returns: [r] }}
w -> out
attacker a "{x}" {{ from: [v], skill: low, wants: [d], motive: "{x}", about: "{x}" }}
control c: prompt_guard "{x}" {{ on: [w], status: verified, evidence: "{x}", verified: 2026-09-01, owner: "{x}", ticket: "{x}", about: "{x}" }}
control own_word "{x}" {{ about: "{x}", group: runtime }}
kind own_kind: web_app "{x}" {{ about: "{x}" }}
own_kind k "{x}"
k -> s {{ returns: [d] }}
mitigate prompt-injection-direct on v -> w {{ with: [c], owner: "{x}", ticket: "{x}" }}
accept provider-retention on m {{ because: "{x}", by: "{x}", until: 2099-01-01 }}
transfer inference-flood on v -> w {{ to: "{x}", because: "{x}" }}
dismiss jailbreak on v -> w {{ because: "{x}" }}
rated rag-overexposure on asks {{ likelihood: 3, because: "{x}", by: "{x}" }}
off confabulation {{ because: "{x}" }}
require auth on any own_kind {{ because: "{x}" }}
threat own-threat "{x}" {{
  stride: tampering
  on: web_app
  likelihood: 4
  impact: 4
  scenario: "{x} {{element}}"
  mitigation: "{x}"
}}
assumption "{x}" {{ about: [w], owner: "{x}", confirmed: "{x}" }}
question "{x}" {{ about: [w], owner: "{x}", answer: "{x}" }}
tested prompt-injection-direct on v -> w {{ date: 2026-09-12, by: "{x}", with: "{x}", result: held, evidence: "{x}", note: "{x}" }}
reviewed 2026-10-01 {{ by: "{x}", note: "{x}" }}
view one "{x}" {{ focus: [w], about: "{x}" }}
view two "{x}" {{ include: [tag:"{x}", attacker:a, severity:high] }}
"#
    )
}
