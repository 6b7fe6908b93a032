//! Paths: each case in tests/paths is a model, with what is said of it beside it. `TRUSTLINE_BLESS=1`
//! writes that anew. The catalog is a small one, so that the cases do not change with the real one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/large.rs"]
mod large;
#[path = "support/world.rs"]
mod world;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use trustline::analysis::paths::{PathState, StepState, WAYS};
use trustline::analysis::{Analysis, analyse};
use trustline::catalog::edition::from_text;
use trustline::model::{Entry, Model, read, resolve_with};
use trustline::report::names::Names;
use trustline::report::tables::Tables;
use trustline::report::{Report, collect, html, json, markdown, paths};
use trustline::source::{Memory, Sources};
use trustline::syntax::tree::Date;

struct Case {
    model: Model,
    analysis: Analysis,
    sources: Sources,
}

/// Compiles a text with the small catalog; nothing may be wrong with it.
fn case(text: &str) -> Case {
    let (catalog, diagnostics, _) = from_text("test", &[("catalog.tm", include_str!("support/paths.tm"))]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let files = Memory::new([("m.tm", text)]);
    let read = read(&files, Entry::File(Path::new("m.tm")), None);
    let resolved = resolve_with(&read, catalog.into());
    let all = || read.diagnostics.iter().chain(&resolved.diagnostics);
    assert!(!all().any(|d| d.is_error()), "{:#?}\n{text}", all().collect::<Vec<_>>());
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    Case { model: resolved.model, analysis, sources: read.sources }
}

impl Case {
    fn report(&self) -> Report {
        collect(&self.model, &self.analysis, &self.sources, &Tables)
    }
}

/// All that is said of paths, as a terminal shows it.
fn told(r: &Report) -> String {
    let names = Names::new(r);
    let mut out = String::new();
    for a in &r.attackers {
        out.push_str(&paths::text(r, &names, a));
        out.push('\n');
    }
    for c in paths::chokepoints(r, &names) {
        let _ =
            writeln!(out, "chokepoint: {} at {}: cuts {}, {} harder", c.control, c.place, c.cuts, c.harder);
        for (threat, how) in c.changes {
            let _ = writeln!(out, "  {threat}: {how}");
        }
    }
    for j in paths::joins(r, &names) {
        let _ = writeln!(out, "joins: {}", j.sentence);
        for (what, way) in j.chains {
            let _ = writeln!(out, "  {what}: {way}");
        }
    }
    for c in paths::supply(r, &names) {
        let _ = writeln!(out, "supply: {}: {}", c.what, c.way);
        for hop in c.unverified {
            let _ = writeln!(out, "  not checked: {hop}");
        }
        for control in c.controls {
            let _ = writeln!(out, "  {control}");
        }
    }
    out
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paths");
    let files = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut out: Vec<PathBuf> = files.filter(|p| p.extension().is_some_and(|e| e == "tm")).collect();
    out.sort();
    assert!(out.len() >= 6);
    out
}

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paths").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Three attackers in a large model cost little beside the rest of the analysis, and hundreds of them end, too.
#[test]
fn work_is_bounded() {
    let plain = large::large(1_000, 1_500);
    let attackers = |n: usize| -> String {
        (0..n)
            .map(|i| {
                format!("attacker a{i} {{ from: [e0_{}], wants: [ask, b{}, e9_99] }}\n", i % 100, i % 10)
            })
            .collect()
    };
    let today = Date::new(2026, 10, 1).unwrap();
    let time = |c: &Case| {
        let run = || {
            let start = std::time::Instant::now();
            analyse(&c.model, today);
            start.elapsed()
        };
        (0..3).map(|_| run()).min().unwrap()
    };
    let few = case(&format!("{plain}{}", attackers(3)));
    assert!(few.analysis.paths.attacks.iter().flatten().any(|w| w.ways.len() == WAYS));
    let (without, with) = (time(&case(&plain)), time(&few));
    assert!(with < without * 3, "{with:?} with three attackers, {without:?} without");
    let many = case(&format!("{plain}{}", attackers(300)));
    assert_eq!(many.analysis.paths.attacks.len(), 300);
}

#[test]
fn cases_say_what_is_beside_them() {
    for path in cases() {
        let made = told(&case(&std::fs::read_to_string(&path).unwrap()).report());
        let beside = path.with_extension("txt");
        if std::env::var_os("TRUSTLINE_BLESS").is_some_and(|v| v == "1") {
            std::fs::write(&beside, &made).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(made, expected, "{}", path.display());
    }
}

/// JSON keeps its schema, and the pages say the same as the terminal.
#[test]
fn every_format_has_the_paths() {
    let schema: serde_json::Value = serde_json::from_str(json::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for path in cases() {
        let r = case(&std::fs::read_to_string(&path).unwrap()).report();
        let value: serde_json::Value = serde_json::from_str(&json::write(&r).unwrap()).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let names = Names::new(&r);
        let (md, page) = (markdown::write(&r, &[]), html::write(&r, &[], &html::Theme::default()).unwrap());
        let plain = |s: &str| s.replace('\'', "&#x27;");
        for a in paths::attackers(&r, &names) {
            for note in a.ways.iter().flat_map(|w| &w.notes).chain(&a.notes) {
                assert!(page.contains(note.as_str()) || page.contains(&plain(note)), "{note}");
                assert!(md.contains(note.as_str()), "{note}");
            }
        }
        for j in paths::joins(&r, &names) {
            assert!(md.contains(&j.sentence) && page.contains(&j.sentence), "{}", j.sentence);
        }
        assert_eq!(md.contains("### Supply chains"), !r.supply_chains.is_empty());
        assert_eq!(page.contains("id=\"supply\""), !r.supply_chains.is_empty());
        assert_eq!(page.contains("id=\"chokepoints\""), !r.chokepoints.is_empty());
    }
}

/// Steps join end to end: those in from the attacker to what it wants, those out from there on.
#[test]
fn ways_are_chains() {
    let mut seen = 0;
    for path in cases() {
        let c = case(&std::fs::read_to_string(&path).unwrap());
        for w in c.analysis.paths.attacks.iter().flatten() {
            assert!(w.ways.len() <= WAYS);
            for way in &w.ways {
                seen += 1;
                let held = way.steps.iter().any(|s| s.state == StepState::Held);
                assert_eq!(way.state == PathState::Hindered, held);
                assert!(way.ease > 0.0 && way.ease <= 1.0, "{}", way.ease);
                for pair in way.steps.windows(2).filter(|p| p[0].leg == p[1].leg) {
                    assert_eq!(pair[0].to, pair[1].from, "{}", path.display());
                }
                for s in &way.steps {
                    let f = c.model.flow(s.step.flow).unwrap();
                    assert_eq!(s.from, if s.step.forward { f.source } else { f.target });
                }
            }
        }
    }
    assert!(seen >= 8, "{seen}");
}

/// How skilled an attacker is moves the order of its ways, and nothing else.
#[test]
fn skill_moves_only_the_order() {
    let told = |skill: &str| {
        let r = case(&text("two-doors.tm").replace("skill: low", &format!("skill: {skill}"))).report();
        let mut ways: Vec<String> =
            r.attackers[0].paths.iter().map(|p| serde_json::to_string(p).unwrap()).collect();
        let first = r.attackers[0].paths[0].state;
        ways.sort();
        (ways, first, r.threats.len())
    };
    let (low, first_low, threats) = told("low");
    let (high, first_high, _) = told("high");
    assert_eq!((low, threats), (high, told("medium").2));
    assert_eq!((first_low, first_high), (PathState::Open, PathState::Hindered));
}

/// Attackers add paths; the threats are the same without them.
#[test]
fn attackers_change_no_threat() {
    for path in cases() {
        let whole = std::fs::read_to_string(&path).unwrap();
        let without: Vec<&str> = whole.lines().filter(|l| !l.starts_with("attacker")).collect();
        let threats = |text: &str| -> Vec<String> {
            let all = case(text).analysis.threats;
            all.iter().map(|t| format!("{} {:?} {:?}", t.id, t.residual, t.status)).collect()
        };
        assert_eq!(threats(&whole), threats(&without.join("\n")), "{}", path.display());
    }
}

/// What a chokepoint promises holds: with the control in force there, so many ways are open no more, and the
/// threats have the ratings that it says.
#[test]
fn chokepoints_keep_their_word() {
    let mut tried = 0;
    for path in cases() {
        let whole = std::fs::read_to_string(&path).unwrap();
        let before = case(&whole).report();
        let open = |r: &Report| {
            r.attackers.iter().flat_map(|a| &a.paths).filter(|p| p.state == PathState::Open).count()
        };
        for c in &before.chokepoints {
            tried += 1;
            let on = c.on.id.replace("->", " -> ").split('#').next().unwrap().to_owned();
            let added = format!(
                "{whole}\ncontrol added: {} \"Added\" {{ on: [{on}], status: implemented }}\n",
                c.control
            );
            let after = case(&added).report();
            assert_eq!(open(&before) - open(&after), c.cut, "{} at {on} in {}", c.control, path.display());
            for change in &c.changes {
                let t = after.threats.iter().find(|t| t.id == change.threat).unwrap();
                let ratings = (t.residual.likelihood, t.residual.impact);
                assert_eq!(ratings, (change.after.likelihood, change.after.impact), "{}", change.threat);
            }
        }
    }
    assert!(tried >= 6, "{tried}");
}

/// Without attackers there are no ways, and one line says where threats start.
#[test]
fn no_attacker_is_invented() {
    let whole = text("question.tm");
    let without: Vec<&str> = whole.lines().filter(|l| !l.starts_with("attacker")).collect();
    let r = case(&without.join("\n")).report();
    assert!(r.attackers.is_empty() && r.chokepoints.is_empty());
    let line = "None is declared, so no ways are drawn up. Least trusted: Visitor.";
    assert!(markdown::write(&r, &[]).contains(line));
    assert!(html::write(&r, &[], &html::Theme::default()).unwrap().contains(line));
    assert!(!markdown::write(&r, &[]).contains("Ways of attackers"));
}

/// `check` names an agent in which the three meet, as long as its threat is open.
#[test]
fn check_names_agents_that_join() {
    let model = "model \"Post\" { catalog: 2026.1 }\n\
        documents pages { class: public }\ndocuments mails \"Mails\" { class: confidential }\n\
        public_web web \"Web\"\nboundary office { trust: internal\n  agent helper \"Helper\"\n\
        database box { stores: [mails] }\n}\nhelper -> web { returns: [pages] }\n\
        helper -> box { returns: [mails] }\noff lethal-trifecta { because: \"A rule of our own.\" }\n\
        threat three \"All three\" { stride: information_disclosure, on: agent, likelihood: 4, impact: 5,\n\
        when: element tainted by untrusted and element receives >= confidential and element reaches public_web\n\
        scenario: \"S.\", mitigation: \"M.\" }\n";
    let accepted = format!("{model}accept three on helper {{ because: \"A trial.\", by: \"CISO\" }}\n");
    let w = world::World::new().write("open.tm", model).write("accepted.tm", accepted);
    let line = "Helper has private data (Mails), takes content from Web, and can send something out to Web";
    let (open, accepted) = (w.run(&["check", "open.tm"]), w.run(&["check", "accepted.tm"]));
    assert_eq!((open.status, accepted.status), (0, 0), "{}{}", open.err, accepted.err);
    assert!(open.out.contains(line), "{}", open.out);
    assert!(!accepted.out.contains(line), "{}", accepted.out);
}
