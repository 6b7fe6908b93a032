//! Ratings as they are told, and what supposed controls would do to them. `tests/risk/*.tm` say in their first line which
//! threat is explained; `tests/with/*.args` have the arguments of a call on `tests/with/model.tm`, a line each. What
//! comes out stands beside each as `.txt`. `TRUSTLINE_BLESS=1` writes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use std::path::{Path, PathBuf};
use trustline::analysis::analyse;
use trustline::model::{Entry, read, resolve, resolve_supposing, suppose};
use trustline::source::Disk;
use trustline::syntax::tree::Date;
use world::{Ran, World};

const TODAY: &str = "2026-12-01";

/// The files of a folder of `tests` with an ending, sorted.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    all.retain(|p| p.extension().is_some_and(|e| e == ending));
    all.sort();
    all
}

/// Compares what came out with what stands beside a case, or writes it.
fn beside(case: &Path, said: &str, wrong: &mut Vec<String>) {
    let path = case.with_extension("txt");
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        std::fs::write(path, said).unwrap();
    } else if std::fs::read_to_string(path).unwrap_or_default() != said {
        wrong.push(format!("{}:\n{said}", case.display()));
    }
}

fn told(ran: &Ran) -> String {
    let part =
        |name: &str, text: &str| if text.is_empty() { String::new() } else { format!("--- {name}\n{text}") };
    format!("status {}\n{}{}", ran.status, part("out", &ran.out), part("err", &ran.err))
}

#[test]
fn ratings_are_told_with_where_they_come_from() {
    let cases = files("tests/risk", "tm");
    assert!(cases.len() >= 3);
    let mut wrong = Vec::new();
    for case in &cases {
        let text = std::fs::read_to_string(case).unwrap();
        let id = text.lines().next().and_then(|l| l.strip_prefix("// explain: ")).unwrap().to_owned();
        let world = World::new().write("model.tm", &text);
        let explained = world.run(&["explain", &id, "model.tm", "--today", TODAY]);
        assert_eq!((explained.status, explained.err.as_str()), (0, ""), "{}", case.display());
        let mut said = explained.out;
        for command in ["check", "status"] {
            let ran = world.run(&[command, "model.tm", "--today", TODAY]);
            let line = ran.out.lines().find(|l| l.to_lowercase().contains("rating")).unwrap_or("").trim();
            said.push_str(&format!("--- {command}\n{line}\n"));
        }
        let built = world.run(&["build", "model.tm", "--today", TODAY, "--format", "json,md", "-o", "out"]);
        assert_eq!(built.status, 0, "{}", built.err);
        let made = |name: &str| std::fs::read_to_string(world.path().join("out").join(name)).unwrap();
        let report: Value = serde_json::from_str(&made("model.json")).unwrap();
        let threat = report["threats"].as_array().unwrap().iter().find(|t| t["id"] == id.as_str()).unwrap();
        said.push_str("--- json\n");
        for field in [
            "likelihood",
            "impact",
            "severity",
            "residual",
            "forecast",
            "band",
            "rated",
            "dread",
            "dread_because",
        ] {
            said.push_str(&format!("{field}: {}\n", threat[field]));
        }
        for field in ["unrated", "rateable"] {
            said.push_str(&format!("summary {field}: {}\n", report["summary"][field]));
        }
        let markdown = made("model.md");
        let ratings: Vec<&str> =
            markdown.lines().filter(|l| l.contains("rating") && l.contains("confirmed")).collect();
        said.push_str(&format!("--- md\n{}\n", ratings.join("\n")));
        beside(case, &said, &mut wrong);
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn supposed_controls_are_told_before_and_after() {
    let cases = files("tests/with", "args");
    assert!(cases.len() >= 15);
    let model = include_str!("with/model.tm");
    let schema: Value =
        serde_json::from_str(&World::new().run(&["export", "--schema", "check"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let text = std::fs::read_to_string(case).unwrap();
        let arguments: Vec<&str> = text.lines().collect();
        let world = World::new().write("model.tm", model);
        let ran = world.run(&[&["check", "model.tm", "--today", TODAY][..], &arguments].concat());
        assert_eq!(world.entries(), ["model.tm"], "nothing is written");
        assert_eq!(std::fs::read_to_string(world.path().join("model.tm")).unwrap(), model);
        assert!(!ran.err.contains('\u{1b}') && !ran.out.contains('\u{1b}'), "{}", case.display());
        if arguments.contains(&"json") {
            let value: Value = serde_json::from_str(&ran.out).unwrap();
            let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", case.display());
            assert_eq!(value["status"], ran.status);
        }
        beside(case, &told(&ran).replace(env!("CARGO_PKG_VERSION"), "VERSION"), &mut wrong);
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn a_model_from_standard_input_and_several_models_are_asked_the_same() {
    let model = include_str!("with/model.tm");
    let world = World::new().write("a.tm", model).write("b.tm", model);
    let both = world.run(&["check", "a.tm", "b.tm", "--with", "seal on hourly"]);
    let lines: Vec<&str> = both.out.lines().filter(|l| l.contains(": with `seal on hourly`")).collect();
    assert_eq!(lines, ["a.tm: with `seal on hourly`", "b.tm: with `seal on hourly`"]);
    let mut command = world.command(&["check", "-", "--with", "seal on hourly"]);
    command.stdin(std::fs::File::open(world.path().join("a.tm")).unwrap());
    let piped = Ran::new(command.output().unwrap());
    let body = |text: &str| text.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap();
    assert_eq!(body(&piped.out), body(&world.run(&["check", "a.tm", "--with", "seal on hourly"]).out));
}

/// What a report says would close a threat closes it when it is supposed to be there, and so does the call that
/// `explain` prints. A threat that is open for all that would be promised in vain.
#[test]
fn what_would_close_a_threat_closes_it() {
    let today = Date::parse(TODAY).unwrap();
    let mut tried = 0;
    for path in files("examples", "tm") {
        let text = read(&Disk, Entry::File(&path), None);
        let model = resolve(&text).model;
        for t in analyse(&model, today).unsettled() {
            let target = t.target.written(&model);
            for set in &t.closed_by {
                let name = |c| model.catalog.control(c).map(|k| format!("{} on {target}", k.name)).unwrap();
                let with: Vec<String> = set.iter().map(|c| name(*c)).collect();
                let mut text = text.clone();
                let mut said = Vec::new();
                let supposed = suppose(&mut text.sources, "--with", &with, &mut said);
                let resolved = resolve_supposing(&text, &supposed);
                said.extend(resolved.diagnostics.into_iter().filter(|d| d.is_error()));
                assert!(said.is_empty(), "{with:?}: {said:#?}");
                let then = analyse(&resolved.model, today);
                assert!(!then.find(&t.id).unwrap().status.is_unsettled(), "{}: {with:?}", t.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 80, "{tried}");
}
