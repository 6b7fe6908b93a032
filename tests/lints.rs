//! Lints: for each a case in `tests/lints` that gives it, with what is said beside it, and a near
//! miss (`.ok.tm`) that does not. Today is 2026-12-01. `TRUSTLINE_BLESS=1` writes what is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/said.rs"]
mod told;
#[path = "support/world.rs"]
mod world;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use told::said;
use trustline::analysis::{Analysis, Threat, analyse};
use trustline::diagnostic::switches::{self, Action, Switch};
use trustline::diagnostic::{Code, Severity, codes};
use trustline::model::{Entry, Model, read, resolve};
use trustline::source::{Memory, Sources};
use trustline::syntax::tree::Date;
use world::World;

const TODAY: &str = "2026-12-01";

/// Warnings and notes that are no lints of a model, or have their cases elsewhere.
const ELSEWHERE: &[&str] = &[
    "empty-model",
    "no-edition",
    "no-crossing",
    "stale-response",
    "broken-requirement",
    "stale-baseline",
    "layout-fault",
    "unkept-wish",
    "missing-glyph",
    "low-contrast",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lints")
}

/// The cases: name, text.
fn cases() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tm"))
        .collect();
    paths.sort();
    let read = |p: PathBuf| {
        (p.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(p).unwrap())
    };
    paths.into_iter().map(read).collect()
}

struct Case {
    sources: Sources,
    model: Model,
    analysis: Analysis,
}

/// Analyses files, the first of which is the model; errors fail the test.
fn files(files: &[(&str, &str)]) -> Case {
    let memory = Memory::new(files.iter().copied());
    let read = read(&memory, Entry::File(Path::new(files[0].0)), None);
    let resolved = resolve(&read);
    let wrong: Vec<_> =
        read.diagnostics.iter().chain(&resolved.diagnostics).filter(|d| d.is_error()).collect();
    assert!(wrong.is_empty(), "{}:\n{}", files[0].1, said(&read.sources, wrong));
    let analysis = analyse(&resolved.model, Date::parse(TODAY).unwrap());
    Case { sources: read.sources, model: resolved.model, analysis }
}

fn case(text: &str) -> Case {
    files(&[("/m.tm", text)])
}

impl Case {
    fn codes(&self) -> Vec<&'static str> {
        self.analysis.diagnostics.iter().map(|d| d.code.name()).collect()
    }

    fn gives(&self, code: &str) -> bool {
        self.codes().contains(&code)
    }
}

#[test]
fn each_lint_says_what_is_wrong_and_is_silent_at_a_near_miss() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, text) in cases() {
        let case = case(&text);
        let words = said(&case.sources, &case.analysis.diagnostics).replace("/m.tm:", "");
        if let Some(code) = name.strip_suffix(".ok") {
            if case.gives(code) {
                wrong.push(format!("{name} is not silent:\n{words}"));
            }
            continue;
        }
        if !case.gives(&name) {
            wrong.push(format!("{name} does not give its code:\n{words}"));
        }
        let beside = folder().join(format!("{name}.txt"));
        if bless {
            std::fs::write(&beside, &words).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != words {
            wrong.push(format!("{name}:\n{words}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn every_lint_has_both_cases() {
    let names: BTreeSet<String> = cases().into_iter().map(|(name, _)| name).collect();
    for code in codes::ALL.iter().filter(|c| c.severity() != Severity::Error) {
        let name = code.name();
        if !ELSEWHERE.contains(&name) {
            assert!(names.contains(name) && names.contains(&format!("{name}.ok")), "{name}");
        }
    }
}

/// What lints say has a place with a word at it, tells why it matters, and ends its sentences.
#[test]
fn lints_are_said_in_full() {
    for (name, text) in cases() {
        for d in case(&text).analysis.diagnostics.iter().filter(|d| d.code.name() == name) {
            assert!(
                d.message.starts_with(|c: char| c.is_lowercase() || c == '`' || c.is_ascii_digit()),
                "{d:?}"
            );
            assert!(!d.message.ends_with('.'), "{d:?}");
            let at = d.primary.as_ref().map(|p| p.text.as_str());
            assert!(at.is_some_and(|t| !t.is_empty() || name == "never-reviewed"), "{d:?}");
            assert!(!d.help.is_empty() && d.help.iter().all(|h| h.ends_with('.')), "{d:?}");
        }
    }
}

#[test]
fn lints_and_switches_change_no_threat() {
    let shown = |threats: &[Threat]| format!("{threats:?}");
    for (name, text) in cases() {
        let before = case(&text);
        for action in ["allow", "deny"] {
            let all: Vec<String> = codes::ALL
                .iter()
                .filter(|c| Switch::new(c.name(), Action::Allow).is_ok())
                .map(|c| format!("{}: {action}", c.name()))
                .collect();
            let switched =
                text.replace("catalog: 2026.1", &format!("catalog: 2026.1, lints: {{ {} }}", all.join(", ")));
            assert_ne!(switched, text, "{name}");
            let after = case(&switched);
            assert_eq!(after.model.info.lints.len(), all.len());
            assert_eq!(shown(&before.analysis.threats), shown(&after.analysis.threats), "{name}");
            assert_eq!(before.codes(), after.codes(), "{name}: the analysis says it all the same");
            let mut left = after.analysis.diagnostics;
            switches::apply(&mut left, &after.model.info.lints, &[]);
            let wanted = if action == "allow" { 0 } else { before.codes().len() };
            assert_eq!(left.iter().filter(|d| d.is_error()).count(), wanted, "{name}");
        }
    }
}

#[test]
fn a_shared_file_need_not_be_used_in_full() {
    let platform = "documents handbook\nmodel_provider spare\ncontrol quota: rate_limit\n\
                    boundary later \"Later\" { trust: internal }\nboundary open \"Open\" { web_app desk }\n";
    let main = "import \"platform.tm\"\nmodel \"M\" { catalog: 2026.1 }\nprompts question\nend_user visitor\n\
                visitor -> desk { sends: [question] }\n";
    let c = files(&[("/m.tm", main), ("/platform.tm", platform)]);
    // What is drawn too loosely there is told all the same.
    assert_eq!(c.codes(), ["implied-trust"]);
    let one = case(&format!("{platform}{}", main.replace("import \"platform.tm\"\n", "")));
    let codes: BTreeSet<_> = one.codes().into_iter().collect();
    assert_eq!(
        codes.into_iter().collect::<Vec<_>>(),
        ["empty-boundary", "implied-trust", "isolated-element", "unused-control", "unused-data"]
    );
}

#[test]
fn the_examples_and_the_readme_have_no_lint() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let snippet = readme.split("```tm\n").nth(1).unwrap().split("```").next().unwrap();
    let mut texts = vec![("README.md".to_owned(), snippet.to_owned())];
    for entry in std::fs::read_dir(root.join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "tm") {
            texts.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(texts.len() >= 6);
    for (name, text) in texts {
        let c = case(&text);
        assert_eq!(c.codes(), Vec::<&str>::new(), "{name}:\n{}", said(&c.sources, &c.analysis.diagnostics));
    }
}

#[test]
fn only_dates_depend_on_the_day() {
    let dated = [
        "ending-accept",
        "expired-accept",
        "overdue-review",
        "old-verification",
        "overdue-control",
        "overdue-mitigation",
        "overdue-question",
    ];
    for (name, text) in cases() {
        let memory = Memory::new([("/m.tm", text.as_str())]);
        let read = read(&memory, Entry::File(Path::new("/m.tm")), None);
        let model = resolve(&read).model;
        let codes = |day: &str| -> Vec<Code> {
            let all = analyse(&model, Date::parse(day).unwrap()).diagnostics;
            all.iter().map(|d| d.code).filter(|c| !dated.contains(&c.name())).collect()
        };
        assert_eq!(codes("2020-01-01"), codes("2040-01-01"), "{name}");
    }
}

// Switches, through the binary

/// A boundary without trust, and an isolated element.
const LOOSE: &str =
    "prompts q\nend_user v\nboundary b {\n web_app w\n database d\n}\nv -> w { sends: [q] }\n";

fn model(lints: &str) -> String {
    format!("model \"M\" {{ catalog: 2026.1{lints} }}\n{LOOSE}")
}

/// Checks a model: the exit status, and each code that is said with how bad it is.
fn check(text: &str, arguments: &[&str]) -> (i32, Vec<String>) {
    let world = World::new().write("m.tm", text);
    let mut all = vec!["check", "m.tm", "--today", TODAY];
    all.extend(arguments);
    let ran = world.run(&all);
    let heads = ran.err.lines().filter_map(|l| {
        let (severity, rest) = l.split_once('[')?;
        let code = rest.split_once("]:")?.0;
        ["error", "warning", "note"].contains(&severity).then(|| format!("{severity} {code}"))
    });
    let mut said: Vec<String> = heads.collect();
    said.sort();
    (ran.status, said)
}

#[test]
fn switches_of_the_model() {
    let both = ["warning implied-trust", "warning isolated-element"];
    assert_eq!(check(&model(""), &[]), (0, both.map(str::to_owned).to_vec()));
    assert_eq!(
        check(&model(", lints: { isolated-element: allow }"), &[]),
        (0, vec!["warning implied-trust".to_owned()])
    );
    assert_eq!(
        check(&model(", lints: { isolated-element: deny, implied-trust: allow }"), &[]),
        (2, vec!["error isolated-element".to_owned()])
    );
    assert_eq!(
        check(&model(", lints: { warnings: deny, implied-trust: allow }"), &[]),
        (2, vec!["error isolated-element".to_owned()])
    );
    assert_eq!(check(&model(", lints: { warnings: allow }"), &[]), (0, Vec::new()));
}

#[test]
fn switches_of_the_call_go_before_those_of_the_model() {
    let error = |code: &str| vec![format!("error {code}")];
    let text = model(", lints: { implied-trust: allow, isolated-element: deny }");
    assert_eq!(check(&text, &["--allow", "isolated-element"]), (0, Vec::new()));
    assert_eq!(
        check(&text, &["--allow", "isolated-element", "--deny", "implied-trust"]),
        (2, error("implied-trust"))
    );
    // Repeated, and with commas.
    assert_eq!(check(&model(""), &["--allow", "isolated-element,implied-trust"]), (0, Vec::new()));
    assert_eq!(
        check(&model(""), &["--allow", "isolated-element", "--allow", "implied-trust"]),
        (0, Vec::new())
    );
    // `warnings` takes what is a warning still.
    assert_eq!(check(&text, &["--deny", "warnings"]), (2, error("isolated-element")));
    assert_eq!(
        check(&model(""), &["--deny", "warnings", "--allow", "implied-trust"]),
        (2, error("isolated-element"))
    );
    // A note is no warning, but its code can be denied.
    assert_eq!(
        check(LOOSE, &["--deny", "warnings", "--allow", "implied-trust,isolated-element"]),
        (0, vec!["note no-edition".to_owned()])
    );
    assert_eq!(check(LOOSE, &["--allow", "warnings", "--deny", "no-edition"]), (2, error("no-edition")));
}

#[test]
fn a_denied_lint_says_who_denies_it() {
    let world = World::new().write("m.tm", model(", lints: { implied-trust: deny }"));
    let ran = world.run(&["check", "m.tm", "--deny", "isolated-element"]);
    ran.fails_with(&[
        "because the model, in `lints`, denies it",
        "because this call, with `--deny`, denies it",
        "2 errors",
    ]);
}

#[test]
fn every_command_that_reads_a_model_has_the_switches() {
    let world = World::new().write("m.tm", model(""));
    for arguments in [
        &["build", "m.tm"][..],
        &["check", "m.tm"],
        &["status", "m.tm"],
        &["export", "m.tm", "--to", "layout"],
        &["explain", "rag_store", "m.tm"],
    ] {
        let with = |more: &[&str]| world.run(&[arguments, more].concat());
        with(&["--deny", "implied-trust"]).fails_with(&["implied-trust"]);
        with(&["--deny", "no-such-lint"]).fails_with(&["no-such-lint"]);
        let quiet = with(&["--allow", "warnings"]);
        assert!(quiet.status == 0 && quiet.err.is_empty(), "{arguments:?}: {}", quiet.err);
    }
    assert_eq!(world.entries(), ["m.tm", "out"]);
}

#[test]
fn switches_count_for_pictures_too() {
    // The embedded font has no Linear B.
    let world = World::new()
        .write("m.tm", model(", lints: { warnings: allow }").replace("web_app w", "web_app w \"\u{10000}\""));
    let plain = World::new().write("m.tm", model("").replace("web_app w", "web_app w \"\u{10000}\""));
    assert!(plain.run(&["build", "m.tm"]).err.contains("missing-glyph"));
    assert!(!world.run(&["build", "m.tm"]).err.contains("missing-glyph"));
    let denied = plain.run(&["build", "m.tm", "-o", "other", "--deny", "missing-glyph"]);
    denied.fails_with(&["error[missing-glyph]"]);
    assert!(!plain.entries().contains(&"other".to_owned()), "nothing is written");
}

#[test]
fn what_a_model_allows_is_not_in_its_report() {
    let codes = |lints: &str| {
        let world = World::new().write("m.tm", model(lints));
        assert_eq!(world.run(&["build", "m.tm", "--format", "json"]).status, 0);
        let json = std::fs::read_to_string(world.path().join("out/m.json")).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let all = value["diagnostics"].as_array().unwrap();
        all.iter().map(|d| d["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(""), ["implied-trust", "isolated-element"]);
    assert_eq!(codes(", lints: { implied-trust: allow }"), ["isolated-element"]);
}

#[test]
fn a_switch_that_can_not_be_is_an_error() {
    let world = World::new().write("m.tm", model(""));
    let call = |arguments: &[&str]| world.run(&[&["check", "m.tm"], arguments].concat());
    call(&["--deny", "isolated-elemnt"]).fails_with(&[
        "bad-call",
        "--deny isolated-elemnt",
        "Did you mean `isolated-element`?",
    ]);
    call(&["--allow", "xyzzy"]).fails_with(&["there is no lint `xyzzy`", "trustline explain"]);
    call(&["--allow", "unknown-name"])
        .fails_with(&["`unknown-name` is an error, and errors can't be allowed"]);
    call(&["--allow", "broken-requirement"]).fails_with(&["a rule of the house", "can't be allowed"]);
    call(&["--allow", "no-crossing", "--deny", "no-crossing"]).fails_with(&["both allowed and denied"]);
    call(&["--allow", ""]).fails_with(&["there is no lint ``"]);
    // The same in the model, with its place.
    let wrong = |lints: &str, words: &[&str]| {
        World::new().write("m.tm", model(lints)).run(&["check", "m.tm"]).fails_with(words);
    };
    wrong(
        ", lints: { isolated-elemnt: allow }",
        &["m.tm:1:39", "unknown-name", "Did you mean `isolated-element`?"],
    );
    wrong(
        ", lints: { unknown-name: allow }",
        &["m.tm:1:39", "wrong-name", "errors can't be allowed", "1 error"],
    );
    wrong(", lints: { broken-requirement: allow }", &["m.tm:1:39", "wrong-name", "a rule of the house"]);
    wrong(", lints: { no-crossing: hush }", &["wrong-type", "`allow` or `deny`"]);
    wrong(", lints: { no-crossing: allow, no-crossing: deny }", &["duplicate-property", "switched twice"]);
}

#[test]
fn the_gate_of_a_rule_can_not_be_opened() {
    let text = format!(
        "{}require auth on any web_app {{ because: \"Policy 7.\" }}\n",
        model(", lints: { warnings: allow }")
    );
    assert_eq!(check(&text, &[]), (1, vec!["warning broken-requirement".to_owned()]));
    assert_eq!(check(&text, &["--allow", "warnings"]).0, 1);
    assert_eq!(
        check(&text, &["--deny", "broken-requirement"]),
        (2, vec!["error broken-requirement".to_owned()])
    );
}
