//! Models as beginners break them who come from YAML, Mermaid, Terraform, Python or Threagile. Each
//! stands in `tests/beginner` beside all that `check` says of it; `TRUSTLINE_BLESS=1` writes what
//! it says.
//!
//! The first line of each model fixes what has to hold whatever the words are: the code of the first
//! error (or warning, if there is no error), and how many elements, flows and data still count.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};
use trustline::model::{Entry, read, resolve};
use trustline::source::Disk;

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trustline"));
    command.current_dir(folder).arg("check").args(arguments).args(["--today", "2026-12-01"]);
    command.env("NO_COLOR", "1").output().unwrap()
}

/// What is wrong with how a model is answered; empty if nothing.
fn complaints(folder: &Path, name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let (code, counts) = text.lines().next().unwrap().strip_prefix("//~ ").unwrap().split_once("; ").unwrap();
    let mut wrong = Vec::new();

    let json: Value = serde_json::from_slice(&check(folder, &[name, "--format", "json"]).stdout).unwrap();
    let said: Vec<(&str, &str)> = json["models"][0]["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["severity"].as_str().unwrap(), d["code"].as_str().unwrap()))
        .collect();
    let errors: Vec<&str> = said.iter().filter(|(s, _)| *s == "error").map(|(_, c)| *c).collect();
    let first = errors.first().copied().or(said.first().map(|(_, c)| *c));
    if first != Some(code) {
        wrong.push(format!("{code} is expected first: {said:?}"));
    }
    if errors.len() > 2 {
        wrong.push(format!("more than one error follows: {said:?}"));
    }

    let model = resolve(&read(&Disk, Entry::File(&folder.join(name)), None)).model;
    let counted =
        format!("{} elements, {} flows, {} data", model.elements.len(), model.flows.len(), model.data.len());
    if counted != counts {
        wrong.push(format!("{counts} are expected to count: {counted}"));
    }

    let ran = check(folder, &[name]);
    let shown = String::from_utf8([ran.stderr, ran.stdout].concat()).unwrap();
    let beside = folder.join(name).with_extension("txt");
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        std::fs::write(beside, &shown).unwrap();
    } else if std::fs::read_to_string(&beside).unwrap_or_default() != shown {
        wrong.push(format!("not as expected:\n{shown}"));
    }
    wrong
}

#[test]
fn beginners_are_answered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/beginner");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|n| n.ends_with(".tm"))
        .collect();
    names.sort();
    assert!(names.len() >= 40, "{}", names.len());
    let wrong: Vec<String> = names
        .iter()
        .flat_map(|n| complaints(&folder, n).into_iter().map(move |w| format!("{n}: {w}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where every error offers a fix, `--fix` leaves a model without errors; and it never leaves more.
#[test]
fn what_offers_a_fix_is_mended_by_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/beginner");
    let copy = tempfile::tempdir().unwrap();
    let errors = |folder: &Path, name: &str| -> Vec<Value> {
        let json: Value = serde_json::from_slice(&check(folder, &[name, "--format", "json"]).stdout).unwrap();
        let all = json["models"][0]["diagnostics"].as_array().unwrap().clone();
        all.into_iter().filter(|d| d["severity"] == "error").collect()
    };
    std::fs::create_dir(copy.path().join("shared")).unwrap();
    std::fs::copy(folder.join("shared/vendors.tm"), copy.path().join("shared/vendors.tm")).unwrap();
    let mut mended = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !name.ends_with(".tm") {
            continue;
        }
        std::fs::copy(folder.join(&name), copy.path().join(&name)).unwrap();
        let before = errors(copy.path(), &name);
        check(copy.path(), &[&name, "--fix"]);
        let after = errors(copy.path(), &name);
        if !before.is_empty() && before.iter().all(|d| !d["fix"].is_null()) {
            assert!(after.is_empty(), "{name}: {after:#?}");
            mended += 1;
        }
        assert!(after.len() <= before.len(), "{name}: {after:#?}");
    }
    assert!(mended >= 30, "{mended}");
}
