//! The checklist, its score, and what was tried: each case in tests/checklist is a model, with what is
//! said of it beside it. `TRUSTLINE_BLESS=1` writes that anew. The catalog is a small one, so that the
//! cases do not change with the real one; the playbook of the real one has tests of its own below.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/said.rs"]
mod said;

use findings::{Dice, examples};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use trustline::analysis::checklist::{Score, scorecard};
use trustline::analysis::{Analysis, analyse};
use trustline::catalog::edition::from_text;
use trustline::catalog::{Catalog, KindId, Root, edition};
use trustline::model::{Entry, Model, read, resolve_with};
use trustline::report::tables::Tables;
use trustline::report::{Report, checklist, collect, evidence, html, json, markdown, names::Names, words};
use trustline::source::{Disk, Files, Memory, Sources};
use trustline::syntax::tree::Date;

fn small() -> Catalog {
    let (catalog, diagnostics, _) =
        from_text("test", &[("catalog.tm", include_str!("support/checklist.tm"))]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    catalog
}

struct Made {
    model: Model,
    analysis: Analysis,
    sources: Sources,
    wrong: String,
}

fn make(files: &dyn Files, path: &Path, catalog: impl Into<Arc<Catalog>>) -> Made {
    let read = read(files, Entry::File(path), None);
    let resolved = resolve_with(&read, catalog.into());
    let all = read.diagnostics.iter().chain(&resolved.diagnostics);
    let wrong = said::said(&read.sources, all.filter(|d| d.is_error()));
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    Made { model: resolved.model, analysis, sources: read.sources, wrong }
}

fn of_text(text: &str, catalog: impl Into<Arc<Catalog>>) -> Made {
    let made = make(&Memory::new([("m.tm", text)]), Path::new("m.tm"), catalog);
    assert_eq!(made.wrong, "", "{text}");
    made
}

impl Made {
    fn report(&self) -> Report {
        collect(&self.model, &self.analysis, &self.sources, &Tables)
    }

    fn score(&self) -> Score {
        scorecard(&self.analysis.checklist, &self.model.catalog).all
    }

    /// The list as a set, by names.
    fn set(&self) -> BTreeSet<(String, String, &'static str)> {
        let all = self.report().checklist.into_iter();
        all.map(|c| (c.element, c.control, c.state.word())).collect()
    }
}

/// All that is said of a model's checklist and evidence.
fn told(r: &Report) -> String {
    let names = Names::new(r);
    let mut out = String::new();
    for c in &r.checklist {
        let at = c.at.as_ref().map(|p| format!(" at {}", names.part(p))).unwrap_or_default();
        let own = c.own.as_ref().map(|o| format!(" by {o}")).unwrap_or_default();
        let late = if c.overdue { ", overdue" } else { "" };
        let due = c.due.as_ref().map(|d| format!(", due {d}{late}")).unwrap_or_default();
        let owner = c.owner.as_ref().map(|o| format!(", {o}")).unwrap_or_default();
        let known = if c.known { ", known" } else { "" };
        let _ = writeln!(out, "{} {}: {}{at}{own}{owner}{due}{known}", c.element, c.control, c.state);
    }
    out.push('\n');
    for l in checklist::lines(r) {
        let s = l.score;
        let _ = writeln!(
            out,
            "{} {} {} %, then {} %: {} = {} done + {} planned + {} missing",
            l.bar, l.name, l.percent, l.forecast, s.expected, s.done, s.planned, s.missing
        );
    }
    match words::checklist::score(&r.scorecard.overall.counts) {
        Some(line) => writeln!(out, "{line}"),
        None => writeln!(out, "no score"),
    }
    .unwrap();
    let e = &r.evidence;
    let _ = writeln!(out, "\n{}", words::trying::tried(e.unsettled, e.untried.len()));
    let _ = writeln!(out, "never: {}\nold: {}", e.untried.join(", "), e.old.join(", "));
    for t in r.threats.iter().filter(|t| !t.tests.is_empty()) {
        let _ = writeln!(out, "{} ({})", t.id, t.status);
        for test in t.tests.iter().map(|i| &r.tests[*i]) {
            let _ = writeln!(out, "  {}: {}", test.result, words::trying::told(test));
        }
    }
    out
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checklist");
    let all = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut all: Vec<PathBuf> = all.filter(|p| p.extension().is_some_and(|e| e == "tm")).collect();
    all.sort();
    assert!(all.len() >= 7);
    all
}

#[test]
fn cases_are_told_as_they_stand() {
    let mut wrong = Vec::new();
    for case in cases() {
        let made = make(&Disk, &case, small());
        let folder = format!("{}/", case.parent().unwrap().display());
        let text = if made.wrong.is_empty() { told(&made.report()) } else { made.wrong.replace(&folder, "") };
        let beside = case.with_extension("txt");
        if std::env::var_os("TRUSTLINE_BLESS").is_some() {
            std::fs::write(&beside, &text).unwrap();
        }
        if std::fs::read_to_string(&beside).unwrap_or_default() != text {
            wrong.push(format!("{}:\n{text}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the list says is in all three formats, and the JSON has its form.
#[test]
fn formats_tell_the_same() {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for case in cases() {
        let made = make(&Disk, &case, small());
        if !made.wrong.is_empty() {
            continue;
        }
        let r = made.report();
        let value: serde_json::Value = serde_json::from_str(&json::write(&r).unwrap()).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", case.display());
        assert_eq!(value["checklist"].as_array().unwrap().len(), made.analysis.checklist.len());
        let md = markdown::write(&r, &[]);
        let page = html::write(&r, &[], &html::Theme::default()).unwrap();
        for made in [&md, &page] {
            for l in checklist::lines(&r) {
                // A page draws the bar that others write.
                let bar = if made == &page { format!("M0 0h{}v10H0z", l.percent) } else { l.bar };
                assert!(made.contains(&bar), "{}", l.name);
            }
            assert!(made.contains(&words::trying::tried(r.evidence.unsettled, r.evidence.untried.len())));
            for t in &r.tests {
                assert!(made.contains(&words::trying::told(t)), "{}", words::trying::told(t));
            }
            for t in r.threats.iter().filter(|t| t.status.is_unsettled()) {
                match evidence::probes(&r, t).iter().find_map(|p| p.call.as_ref()) {
                    Some(call) => assert!(made.contains(call), "{call}"),
                    None => assert!(made.contains(words::trying::BY_HAND), "{}", t.id),
                }
            }
        }
    }
}

/// The statements of a text one by one in another order: nothing but the order of the list changes.
#[test]
fn order_changes_nothing() {
    for (name, text) in [
        ("places", include_str!("checklist/places.tm")),
        ("planned", include_str!("checklist/planned.tm")),
        ("own", include_str!("checklist/own.tm")),
    ] {
        let before = of_text(text, small());
        let mut statements: Vec<String> = Vec::new();
        for line in text.lines().filter(|l| !l.starts_with("//")) {
            match statements.last_mut() {
                Some(last) if line.starts_with([' ', '}']) => last.push_str(&format!("\n{line}")),
                _ => statements.push(line.to_owned()),
            }
        }
        statements.reverse();
        let after = of_text(&statements.join("\n"), small());
        assert_ne!(before.set().len(), 0, "{name}");
        assert_eq!(before.set(), after.set(), "{name}");
        assert_eq!(before.score(), after.score(), "{name}");
    }
}

/// A control more, in force or planned, anywhere: nothing that was done is less, the score and its
/// forecast fall by nothing, and what is put on a part that lacks it counts there.
#[test]
fn a_control_more_never_lowers_the_score() {
    let mut dice = Dice::new(11);
    let catalog = edition(None).unwrap();
    let mut raised = 0;
    for (name, text) in examples() {
        let before = of_text(&text, catalog.clone());
        let score = before.score();
        let missing: Vec<_> = before.report().checklist.into_iter().filter(|c| c.at.is_none()).collect();
        for round in 0..12 {
            let status = if round % 2 == 0 { "implemented" } else { "planned" };
            let aimed = missing.get(dice.roll(missing.len().max(1)));
            let (control, on) = match aimed.filter(|_| round % 3 != 0) {
                Some(c) => (c.control.clone(), c.element.clone()),
                None => {
                    let control = &catalog.controls[dice.roll(catalog.controls.len())].name;
                    let flow = &before.model.flows[dice.roll(before.model.flows.len())];
                    let on = flow.name.clone().unwrap_or_else(|| flow.id.replace("->", " -> "));
                    (control.clone(), on)
                }
            };
            let more =
                format!("{text}\ncontrol zz_more: {control} \"More\" {{ on: [{on}], status: {status} }}\n");
            let after = of_text(&more, catalog.clone()).score();
            assert_eq!(score.expected, after.expected, "{name}: {control} on {on}");
            assert!(after.done >= score.done, "{name}: {control} on {on}, {status}");
            assert!(after.done + after.planned >= score.done + score.planned, "{name}: {control} on {on}");
            if aimed.is_some() && round % 3 != 0 {
                let more = if status == "planned" { after.planned } else { after.done };
                let was = if status == "planned" { score.planned } else { score.done };
                assert!(more > was, "{name}: {control} on {on}, {status}");
                raised += 1;
            }
        }
    }
    assert!(raised > 10, "{raised}");
}

/// The playbook of the newest edition: no kind is asked for more than six controls, and almost every
/// kind that is built here for something.
#[test]
fn the_playbook_is_short_and_speaks_of_most_kinds() {
    let catalog = edition(None).unwrap();
    let mut long = Vec::new();
    let mut none = Vec::new();
    for (i, k) in catalog.kinds.iter().enumerate().filter(|(_, k)| k.root != Root::Data) {
        let expected = catalog.expected_of(KindId::new(i)).len();
        if expected > 6 {
            long.push(format!("{}: {expected}", k.name));
        }
        if expected == 0 && k.root != Root::External {
            none.push(k.name.as_str());
        }
    }
    assert!(long.is_empty(), "{long:?}");
    assert_eq!(none, ["process"], "kinds of which nothing is expected");
    for c in &catalog.controls {
        for (i, a) in c.default_for.iter().enumerate() {
            let above = c.default_for.iter().find(|b| *b != a && catalog.is_under(*a, **b));
            let name = |k: &KindId| catalog.kind(*k).unwrap().name.clone();
            // What is not built here is not asked for what its other parents are.
            let outside = |k: &KindId| catalog.kind(*k).unwrap().root == Root::External;
            if let Some(above) = above.filter(|b| outside(b) == outside(a)) {
                panic!("{}: `{}` has it from `{}`", c.name, name(a), name(above));
            }
            assert!(!c.default_for[..i].contains(a), "{}: `{}` twice", c.name, name(a));
        }
    }
}
