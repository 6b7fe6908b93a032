//! Text of a model is hostile text: every field of every statement, in every format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::process::Command;

/// Each on its own, so that one can't hide another.
const HOSTILE: &[&str] = &[
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
fn model(x: &str) -> String {
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
  rag_store s "{x}" {{ stores: [d] }}
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
"#
    )
}

fn build(text: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("m.tm"), text).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["build", "m.tm", "-o", "out", "--format", "html,md,svg,png,json", "--today", "2026-10-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    // What is printed must not drive a terminal either.
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    dir
}

fn read(dir: &tempfile::TempDir, ending: &str) -> String {
    fs::read_to_string(dir.path().join(format!("out/m.{ending}"))).unwrap()
}

/// The page without the parts that are the theme's own: its style and script.
fn without_own(html: &str) -> String {
    let mut out = html.to_owned();
    for (open, close) in [("<script>", "</script>"), ("<style>", "</style>")] {
        // The theme's come once each, or within our own picture; all of them are ours if hashes hold.
        while let Some(start) = out.find(open) {
            let end = start + out[start..].find(close).expect("it is closed") + close.len();
            out.replace_range(start..end, "");
        }
    }
    out
}

/// No tag has an attribute that runs something. Quoted values are taken off first: what stands in
/// them is text.
#[track_caller]
fn no_handler(text: &str, x: &str) {
    let mut tags = 0;
    for tag in text.split('<').skip(1).filter(|t| t.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let (mut bare, mut quote) = (String::new(), None);
        for c in tag.chars() {
            match (quote, c) {
                (None, '>') => break,
                (None, '"' | '\'') => quote = Some(c),
                (None, _) => bare.push(c),
                (Some(q), _) if q == c => quote = None,
                (Some(_), _) => {}
            }
        }
        assert_eq!(quote, None, "{x}: a quote is open in <{tag}");
        assert!(!bare.split_whitespace().any(|a| a.starts_with("on")), "{x}: <{bare}>");
        tags += 1;
    }
    assert!(tags > 50);
}

#[test]
fn hostile_text_is_inert_in_every_format() {
    let calm = build(&model("Calm words"));
    let count = |text: &str, what: &str| text.matches(what).count();
    let calm_html = read(&calm, "html");
    let calm_md = read(&calm, "md");
    let calm_svg = read(&calm, "svg");
    for x in HOSTILE {
        let dir = build(&model(x));
        let html = read(&dir, "html");
        // As many scripts, styles, pictures and handlers as with calm words.
        for tag in ["<script", "<style", "<img", "<svg", "<iframe", "</svg>", "<!--"] {
            assert_eq!(count(&html, tag), count(&calm_html, tag), "{x}: {tag} in the HTML");
        }
        let page = without_own(&html);
        no_handler(&page, x);
        assert!(!page.contains("href=\"javascript:"), "{x}");
        assert!(!html.contains("54444439"), "{x}: a template was run");
        let svg = read(&dir, "svg");
        for tag in ["<script", "<style", "</svg>", "<image", "<a ", "]]>", "<!--"] {
            assert_eq!(count(&svg, tag), count(&calm_svg, tag), "{x}: {tag} in the SVG");
        }
        no_handler(&svg, x);
        let md = read(&dir, "md");
        for tag in ["<script", "<style", "<img", "<!--", "](javascript:", "{{", "{%"] {
            assert_eq!(count(&md, tag), count(&calm_md, tag), "{x}: {tag} in the Markdown");
        }
        // Tables keep their columns.
        let bars = |text: &str| -> Vec<usize> {
            text.lines()
                .filter(|l| l.starts_with('|'))
                .map(|l| l.replace("\\|", "").matches('|').count())
                .collect()
        };
        assert_eq!(bars(&md), bars(&calm_md), "{x}");
        let json: serde_json::Value = serde_json::from_str(&read(&dir, "json")).unwrap();
        assert!(json["threats"].as_array().unwrap().len() > 5, "{x}");
        assert!(fs::read(dir.path().join("out/m.png")).unwrap().starts_with(b"\x89PNG"), "{x}");
    }
}
