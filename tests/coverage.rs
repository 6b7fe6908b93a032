//! What the catalog covers of public frameworks, and that it can be seen: an entry counts as covered where a case
//! under tests/threats draws its attack, the rule is found in that drawing, and the rule refers to the entry.
//! docs/coverage.md shows the result; TRUSTLINE_BLESS=1 renews it. tests/threats/undrawn.txt has the entries that wait
//! for a case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/cases.rs"]
mod cases;
#[path = "support/findings.rs"]
mod findings;

use cases::{Case, Claim, cases, claim};
use findings::Found;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use trustline::catalog::coverage::{self, Standing};
use trustline::catalog::{Catalog, edition, frameworks};

/// The frameworks of which every entry that is a threat has to be covered.
const MUST: [&str; 8] = [
    "owasp-llm-2025",
    "owasp-llm-2026",
    "owasp-agentic",
    "owasp-ml-2023",
    "owasp-mcp-2025",
    "exchange",
    "nist-ai-100-2",
    "saif",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn bless() -> bool {
    std::env::var_os("TRUSTLINE_BLESS").is_some()
}

fn builtin() -> std::sync::Arc<Catalog> {
    edition(None).unwrap()
}

/// What is wrong with a case, and the entries that it shows if its rule was found.
fn drawn(catalog: &Catalog, case: &Case) -> (Vec<String>, Vec<String>) {
    let Claim::Fires { rule, target, draws } = &case.claim else { return (Vec::new(), Vec::new()) };
    let found = Found::of_text(&case.text);
    let errors = found.diagnostics.iter().filter(|d| d.is_error());
    let mut wrong: Vec<String> = errors.map(|d| d.message.clone()).collect();
    let id = format!("{rule}@{target}");
    let is_found = found.analysis.find(&id).is_some();
    if !is_found {
        wrong.push(format!("{id} is not found in it"));
    }
    let known = catalog.find_rule(rule).and_then(|id| catalog.rule(id)).filter(|_| is_found);
    let mut out = Vec::new();
    for r in draws {
        let entry = format!("{}:{}", r.framework, r.id);
        if frameworks::find(&r.framework, &r.id).is_none() {
            wrong.push(format!("there is no {entry}"));
        }
        if known.is_some_and(|rule| rule.refers_to(&r.framework, Some(&r.id))) {
            out.push(entry);
        } else {
            wrong.push(format!("draws {entry}, to which no rule refers that it fires"));
        }
    }
    let prose = case.text.lines().map_while(|l| l.strip_prefix("//")).filter_map(|l| l.strip_prefix("   "));
    if prose.map(str::len).sum::<usize>() < 60 {
        wrong.push("does not say how the attack goes".to_owned());
    }
    (wrong.into_iter().map(|w| format!("{}: {w}", case.name)).collect(), out)
}

/// For each entry the cases that show it.
type Drawn = BTreeMap<String, BTreeSet<String>>;

fn all_drawn(catalog: &Catalog) -> (Vec<String>, Drawn) {
    let (mut wrong, mut out) = (Vec::new(), Drawn::new());
    for case in cases() {
        let (bad, some) = drawn(catalog, &case);
        wrong.extend(bad);
        for entry in some {
            out.entry(entry).or_default().insert(case.name.clone());
        }
    }
    (wrong, out)
}

/// The entries that wait for a case, with the text around them.
fn undrawn() -> (String, BTreeSet<String>) {
    let text = fs::read_to_string(root().join("tests/threats/undrawn.txt")).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    let entries = lines.map(str::to_owned).collect();
    (text, entries)
}

fn must() -> impl Iterator<Item = frameworks::Entry> {
    MUST.iter().flat_map(|p| frameworks::entries(p)).filter(frameworks::Entry::is_main)
}

fn named(e: &frameworks::Entry) -> String {
    format!("{}:{}", e.framework.prefix, e.id)
}

/// One pass over all cases answers three questions, since to analyse them takes the time.
#[test]
fn cases_draw_every_entry_and_the_page_says_so() {
    let catalog = builtin();
    let (wrong, drawn) = all_drawn(&catalog);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    every_entry_is_drawn_excepted_or_waits_for_a_case(&drawn);
    the_page_says_what_is_covered(&catalog, &drawn);
}

fn every_entry_is_drawn_excepted_or_waits_for_a_case(drawn: &Drawn) {
    let (text, waiting) = undrawn();
    if bless() {
        // What is drawn by now goes; what is new has to be written by hand.
        let kept: Vec<&str> = text.lines().filter(|l| !drawn.contains_key(l.trim())).collect();
        fs::write(root().join("tests/threats/undrawn.txt"), kept.join("\n") + "\n").unwrap();
        return;
    }
    let mut wrong = Vec::new();
    for e in must() {
        let id = named(&e);
        let (is_drawn, waits) = (drawn.contains_key(&id), waiting.contains(&id));
        // Its own reason: one of a whole framework would leave out too much.
        let excepted = coverage::exceptions().any(|(f, x, _)| f == e.framework.prefix && x == e.id);
        match [is_drawn, excepted, waits].iter().filter(|x| **x).count() {
            0 => wrong.push(format!("{id} ({}): no case draws it", e.name)),
            1 => {}
            _ if is_drawn => {
                wrong.push(format!("{id} is drawn: take it out of the lists of those that are not"))
            }
            _ => wrong.push(format!("{id} is excepted and waits for a case")),
        }
    }
    let known: BTreeSet<String> = must().map(|e| named(&e)).collect();
    wrong.extend(waiting.difference(&known).map(|id| format!("{id} waits for a case that nobody asks for")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(known.len(), 153);
}

fn the_page_says_what_is_covered(catalog: &Catalog, drawn: &Drawn) {
    let now = page(catalog, drawn);
    let path = root().join("docs/coverage.md");
    if bless() {
        fs::write(path, now).unwrap();
    } else {
        let old = fs::read_to_string(path).unwrap_or_default();
        assert!(
            old == now,
            "docs/coverage.md is stale: renew it with TRUSTLINE_BLESS=1 cargo test --test coverage"
        );
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn page(catalog: &Catalog, drawn: &Drawn) -> String {
    let mut out = format!(
        "# Coverage\n\nMade from the catalog's references and from the cases in tests/threats; a test keeps it so. \
         Catalog {}.\n\nAn entry is *drawn* where a case shows its attack, the threat is found in that drawing, and the \
         threat refers to the entry. *Referred to* is a claim of the catalog that no drawing shows yet. `trustline \
         catalog --coverage FRAMEWORK` lists the references in a terminal.\n",
        catalog.edition
    );
    out.push_str(
        "\n| framework | edition | entries | referred to | drawn | left out |\n|---|---|---|---|---|---|\n",
    );
    for prefix in MUST {
        let all: Vec<_> =
            coverage::coverage(catalog, prefix).into_iter().filter(|c| c.entry.is_main()).collect();
        let f = frameworks::framework(prefix).unwrap();
        let many = |fits: &dyn Fn(&coverage::Covered<'_>) -> bool| all.iter().filter(|c| fits(c)).count();
        let _ = writeln!(
            out,
            "| [{}](#{prefix}) | {} | {} {} | {} | {} | {} |",
            f.title,
            f.edition,
            all.len(),
            f.plural(),
            many(&|c| !c.rules.is_empty()),
            many(&|c| drawn.contains_key(&named(&c.entry))),
            many(&|c| c.standing() == Standing::Excepted),
        );
    }
    for prefix in MUST {
        let f = frameworks::framework(prefix).unwrap();
        let _ = write!(out, "\n## {prefix}\n\n{}, {}: <{}>\n\n", f.title, f.edition, f.url);
        out.push_str("| entry | threats that refer to it | drawn in |\n|---|---|---|\n");
        for c in coverage::coverage(catalog, prefix).iter().filter(|c| c.entry.is_main()) {
            let e = c.entry;
            let rules: Vec<String> =
                c.rules.iter().map(|r| format!("[{0}](threats.md#{0})", r.name)).collect();
            let rules = match c.exception {
                Some(why) if rules.is_empty() => format!("left out: {}", cell(why)),
                _ => rules.join(", "),
            };
            let link = |case: &String| {
                let short = case.trim_start_matches("tests/threats/").trim_end_matches(".tm");
                format!("[{short}](../{case})")
            };
            let cases: Vec<String> = drawn.get(&named(&e)).into_iter().flatten().map(link).collect();
            let _ = writeln!(out, "| `{}` {} | {rules} | {} |", named(&e), cell(e.name), cases.join(", "));
        }
    }
    out
}

#[test]
fn a_case_that_does_not_hold_is_told() {
    let catalog = builtin();
    let model = "model \"M\" { catalog: 2026.1 }\nprompts ask \"Question\"\nanonymous_user who \"Visitor\"\n\
                 boundary own \"Own\" { trust: internal\n  llm chat \"Chat\"\n}\nwho -> chat { sends: [ask] }\n";
    let case = |head: &str| {
        let text = format!("{head}\n\n{model}");
        let claim = claim(&text).unwrap();
        drawn(&catalog, &Case { name: "c.tm".into(), path: PathBuf::new(), text, claim })
    };
    let why =
        "//   The visitor writes instructions where a question is expected, and the model follows them.";
    let (wrong, some) =
        case(&format!("// fires: jailbreak@who->chat\n// draws: owasp-llm-2026:LLM01\n{why}"));
    assert_eq!((wrong, some), (vec![], vec!["owasp-llm-2026:LLM01".to_owned()]));
    for (head, says) in [
        ("// fires: rag-poison@chat\n// draws: owasp-llm-2026:LLM01", "rag-poison@chat is not found in it"),
        (
            "// fires: jailbreak@who->chat\n// draws: owasp-llm-2026:LLM04",
            "to which no rule refers that it fires",
        ),
        ("// fires: jailbreak@who->chat\n// draws: owasp-llm-2026:LLM77", "there is no owasp-llm-2026:LLM77"),
    ] {
        let (wrong, some) = case(&format!("{head}\n{why}"));
        assert!(wrong.iter().any(|w| w.contains(says)) && some.is_empty(), "{wrong:?}");
    }
    let short = "//   The visitor writes instructions.";
    let (wrong, _) = case(&format!("// fires: jailbreak@who->chat\n// draws: owasp-llm-2026:LLM01\n{short}"));
    assert!(wrong[0].contains("does not say how"), "{wrong:?}");
}
