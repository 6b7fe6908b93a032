//! Two states of a model side by side: what came, went and changed, and why.
//!
//! A case is a folder in `compare` with `old.tm`, `new.tm` and what is said of them: `expected.txt`,
//! and where they are there `expected.md` and `expected.json`. `TRUSTLINE_BLESS=1` writes what comes
//! out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use trustline::analysis::analyse;
use trustline::compare::{Baseline, Change, Direction, ReasonKind, Snapshot, compare, progress};
use trustline::diagnostic::Diagnostic;
use trustline::model::{Entry, read, resolve};
use trustline::report::difference::{self, Compared};
use trustline::source::{Disk, Memory};
use trustline::syntax::tree::Date;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare")
}

fn cases() -> Vec<(String, Snapshot, Snapshot)> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let at = |name: &str, file: &str| of_file(&folder().join(name).join(file));
    names.into_iter().map(|n| (n.clone(), at(&n, "old.tm"), at(&n, "new.tm"))).collect()
}

fn taken(read: &trustline::model::Read) -> Snapshot {
    let resolved = resolve(read);
    let said = read.diagnostics.iter().chain(&resolved.diagnostics);
    let errors: Vec<&Diagnostic> = said.filter(|d| d.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    Snapshot::of(&resolved.model, &analyse(&resolved.model, Date::new(2026, 12, 1).unwrap()))
}

fn of_file(path: &Path) -> Snapshot {
    taken(&read(&Disk, Entry::File(path), None))
}

/// A model of several files; the first is its own.
fn of_texts(files: &[(&str, &str)]) -> Snapshot {
    let memory = Memory::new(files.iter().map(|(name, text)| (format!("/{name}"), *text)));
    taken(&read(&memory, Entry::File(Path::new(&format!("/{}", files[0].0))), None))
}

fn case(name: &str) -> (Snapshot, Snapshot) {
    let at = |file: &str| of_file(&folder().join(name).join(file));
    (at("old.tm"), at("new.tm"))
}

#[test]
fn cases_come_out_as_expected() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, old, new) in cases() {
        seen += 1;
        let all = [Compared { model: "m.tm".into(), difference: compare(&old, &new) }];
        for (file, must, came) in [
            ("expected.txt", true, difference::text(&all)),
            ("expected.md", false, difference::markdown(&all)),
            ("expected.json", false, difference::json(&all).unwrap()),
        ] {
            let path = folder().join(&name).join(file);
            if !must && !path.exists() {
                continue;
            }
            // The tool's own version is no part of a case.
            let came = came.replace(env!("CARGO_PKG_VERSION"), "0.0.0");
            if bless {
                std::fs::write(&path, &came).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != came {
                wrong.push(format!("{name}/{file}:\n{came}"));
            }
        }
    }
    assert!(seen >= 20, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_state_does_not_differ_from_itself() {
    for (name, old, new) in cases() {
        for s in [old, new] {
            assert!(compare(&s, &s).is_empty(), "{name}");
            let p = progress(&s, &s);
            assert!(p.fresh.is_empty() && p.closed.is_empty() && p.stale.is_empty(), "{name}");
        }
    }
}

#[test]
fn turned_around_what_is_new_is_gone() {
    for (name, old, new) in cases() {
        let (there, back) = (compare(&old, &new), compare(&new, &old));
        let ids = |d: &trustline::compare::Difference, c: Change| -> Vec<String> {
            let mut ids: Vec<String> = d.threats_that(c).map(|t| t.id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(&there, Change::New), ids(&back, Change::Gone), "{name}");
        assert_eq!(ids(&there, Change::Gone), ids(&back, Change::New), "{name}");
        let parts = |d: &trustline::compare::Difference, c: Change| {
            d.parts.iter().filter(|p| p.change == c).map(|p| (p.sort, p.id.clone())).collect::<Vec<_>>()
        };
        assert_eq!(parts(&there, Change::New), parts(&back, Change::Gone), "{name}");
        let ways = |d: &trustline::compare::Difference, w: Direction| {
            d.threats_that(Change::Changed).filter(|t| t.direction == w).count()
        };
        assert_eq!(ways(&there, Direction::Worse), ways(&back, Direction::Better), "{name}");
    }
}

#[test]
fn every_change_of_a_threat_has_a_reason_that_is_known() {
    let mut kinds = std::collections::BTreeSet::new();
    for (name, old, new) in cases() {
        for (a, b) in [(&old, &new), (&new, &old)] {
            for t in compare(a, b).threats.iter().filter(|t| t.change != Change::Renamed) {
                assert!(!t.because.is_empty(), "{name}: {}", t.id);
                for r in &t.because {
                    assert!(r.kind != ReasonKind::Unknown, "{name}: {}: {}", t.id, r.text);
                    kinds.insert(format!("{:?}", r.kind));
                }
            }
        }
    }
    for kind in [
        "Target",
        "Scope",
        "Rule",
        "Fact",
        "Rating",
        "Stakes",
        "Control",
        "Response",
        "Refinement",
        "Appetite",
    ] {
        assert!(kinds.contains(kind), "no case has a reason of kind {kind}: {kinds:?}");
    }
}

#[test]
fn the_order_of_statements_changes_no_byte_of_a_baseline() {
    let (old, new) = case("order");
    let text = |s: Snapshot| Baseline { models: [("m.tm".to_owned(), s)].into() }.write().unwrap();
    assert_eq!(text(old), text(new));
}

#[test]
fn a_baseline_is_read_as_it_was_written() {
    for (name, old, new) in cases() {
        let baseline = Baseline { models: [("a.tm".to_owned(), old), ("b.tm".to_owned(), new)].into() };
        let text = baseline.write().unwrap();
        let again = Baseline::read(&text).unwrap();
        assert_eq!(again, baseline, "{name}");
        assert_eq!(again.write().unwrap(), text, "{name}");
    }
}

#[test]
fn what_is_renamed_in_a_file_behind_a_name_is_found() {
    let main = |user: &str, flow: &str| {
        format!(
            "import \"v.tm\" as v\nmodel \"M\" {{ catalog: 2026.1 }}\nprompts question\nweb_app desk\n\
             {user}desk -> v.{flow} {{ sends: [question] }}\n"
        )
    };
    let old = of_texts(&[
        ("m.tm", &main("", "llm")),
        ("v.tm", "model_provider llm \"LLM\"\nweb_app w\nllm -> w as pings\n"),
    ]);
    let new = of_texts(&[
        ("m.tm", &main("", "hosted")),
        (
            "v.tm",
            "model_provider hosted \"LLM\" { was: llm }\nweb_app w\nhosted -> w as calls { was: pings }\n",
        ),
    ]);
    let d = compare(&old, &new);
    let renamed: Vec<_> =
        d.parts.iter().map(|p| (p.change, p.was.as_deref().unwrap_or(""), p.id.as_str())).collect();
    assert_eq!(
        renamed,
        [
            (Change::Renamed, "v.llm", "v.hosted"),
            (Change::Renamed, "desk->v.llm", "desk->v.hosted"),
            (Change::Renamed, "v.llm->v.w#v.pings", "v.hosted->v.w#v.calls"),
        ]
    );
    assert!(!d.in_threats(), "{:#?}", d.threats);
}

#[test]
fn two_parts_that_become_one_are_one_renamed_and_one_gone() {
    let model = |parts: &str| format!("model \"M\" {{ catalog: 2026.1 }}\n{parts}");
    let old = of_texts(&[("m.tm", &model("web_app a\nweb_app b\n"))]);
    let new = of_texts(&[("m.tm", &model("web_app c { was: [a, b] }\n"))]);
    let d = compare(&old, &new);
    let parts: Vec<_> = d.parts.iter().map(|p| (p.change, p.id.as_str())).collect();
    // The label is the name where none is given, so it changed too.
    assert_eq!(parts, [(Change::Gone, "b"), (Change::Changed, "c")]);
    // A name that stands for something today is no older name of something else.
    let new = of_texts(&[("m.tm", &model("web_app a\nweb_app c { was: a }\n"))]);
    let parts: Vec<_> = compare(&old, &new).parts.iter().map(|p| (p.change, p.id.clone())).collect();
    assert_eq!(parts, [(Change::New, "c".to_owned()), (Change::Gone, "b".to_owned())]);
}
