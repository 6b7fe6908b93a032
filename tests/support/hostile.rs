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
    "</td><td>x</td></tr></table><table><tr><td>",
    "two lines\\n| c | d |\\n\\n# owned\\n\\n::error::owned",
    "=HYPERLINK(\\\"http://evil.example\\\") @SUM(A1)",
    "javascript:alert(1) data:text/html,x vbscript:x",
    "$(touch owned) `touch owned` ${HOME} %PATH%",
    // What turns the direction of writing, and controls.
    "\u{202a}\u{202b}\u{202c}\u{202d}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}turned",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}\u{9b}31m\u{2028}control",
];

/// A model with a text in every place where one can stand; `tests/hostile.rs` compares it with the language's lists.
#[allow(dead_code)]
pub fn model(x: &str) -> String {
    model_of(x, x)
}

/// The same with another text where authors may write Markdown.
#[allow(dead_code)]
pub fn model_of(x: &str, prose: &str) -> String {
    format!(
        r#"model "{x}" {{
  owner: "{x}", version: "{x}", marking: "{x}", eu_ai_act: high, tags: ["{x}"]
  about: "{prose}"
}}
documents d "{x}" {{ class: confidential, about: "{prose}", owner: "{x}", tags: ["{x}"] }}
prompts p "{x}"
answers r "{x}" {{ from: [d, p] }}
anonymous_user v "{x}" {{ about: "{prose}", owner: "{x}" }}
model_provider m "{x}"
boundary b "{x}" {{
  about: "{prose}"
  owner: "{x}"
  tags: ["{x}"]
  web_app w "{x}"
  rag_store s "{x}" {{ stores: [d], tags: ["{x}"] }}
  database out "{x}" {{ scope: out, because: "{x}" }}
}}
v -> w "{x}" {{ sends: [p], returns: [r], protocol: "{x}", about: "{prose}", owner: "{x}", tags: ["{x}"] }}
w -> s as asks "{x}" {{ sends: [p], returns: [d] }}
w -> m "{x}" {{ sends: [p, d], returns: [r] }}
w -> out
attacker a "{x}" {{ from: [v], skill: low, wants: [d], motive: "{x}", about: "{prose}", tags: ["{x}"] }}
control c: prompt_guard "{x}" {{ on: [w], status: verified, evidence: "{x}", verified: 2026-09-01, owner: "{x}", ticket: "{x}", about: "{prose}", tags: ["{x}"] }}
control later: rate_limit "{x}" {{ on: [w], status: planned, due: 2026-09-30, owner: "{x}", ticket: "{x}" }}
control own_word "{x}" {{ about: "{x}", group: runtime, tags: ["{x}"] }}
kind own_kind: web_app "{x}" {{
  about: "{x}"
  tags: ["{x}"]
  property colour {{ type: text, default: "{x}", about: "{x}" }}
}}
own_kind k "{x}" {{ colour: "{x}" }}
k -> s {{ returns: [d] }}
mitigate prompt-injection-direct on v -> w {{ with: [c], because: "{x}", by: "{x}", owner: "{x}", ticket: "{x}", due: 2026-09-30, tags: ["{x}"] }}
accept provider-retention on m {{ because: "{x}", by: "{x}", owner: "{x}", ticket: "{x}", until: 2099-01-01, tags: ["{x}"] }}
transfer inference-flood on v -> w {{ to: "{x}", because: "{x}", by: "{x}", owner: "{x}", ticket: "{x}", tags: ["{x}"] }}
dismiss jailbreak on v -> w {{ because: "{x}", by: "{x}", owner: "{x}", ticket: "{x}", tags: ["{x}"] }}
rated rag-overexposure on asks {{ likelihood: 3, because: "{x}", by: "{x}", tags: ["{x}"] }}
off confabulation {{ because: "{x}", tags: ["{x}"] }}
require auth on any own_kind {{ because: "{x}", tags: ["{x}"] }}
threat own-threat "{x}" {{
  stride: tampering
  on: web_app
  likelihood: 4
  impact: 4
  scenario: "{prose} {{element}}"
  mitigation: "{prose}"
  about: "{x}"
  refs: [atlas:AML.T0051]
  tags: ["{x}"]
}}
assumption "{x}" {{ about: [w], owner: "{x}", confirmed: "{x}", tags: ["{x}"] }}
assumption "{x}" {{ about: [s], owner: "{x}" }}
question "{x}" {{ about: [w], owner: "{x}", answer: "{x}", tags: ["{x}"] }}
question "{x}" {{ about: [s], owner: "{x}", due: 2026-09-30 }}
tested prompt-injection-direct on v -> w {{ date: 2026-09-12, by: "{x}", with: "{x}", result: held, evidence: "{x}", note: "{x}", tags: ["{x}"] }}
reviewed 2026-10-01 {{ by: "{x}", note: "{x}", tags: ["{x}"] }}
view one "{x}" {{ focus: [w], about: "{prose}", tags: ["{x}"] }}
view two "{x}" {{ include: [tag:"{x}", attacker:a, severity:high] }}
"#
    )
}
