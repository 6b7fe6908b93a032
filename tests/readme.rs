//! What the README shows is what happens. `TRUSTLINE_BLESS=1` renews the output that it quotes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The range of the first block of a language.
fn block(text: &str, language: &str) -> std::ops::Range<usize> {
    let open = format!("```{language}\n");
    let start = text.find(&open).unwrap_or_else(|| panic!("no {language} block")) + open.len();
    let end = start + text[start..].find("```").unwrap();
    start..end
}

#[test]
fn the_first_model_says_what_the_readme_says() {
    let text = fs::read_to_string(readme()).unwrap();
    let model = &text[block(&text, "tm")];
    assert!(model.lines().count() <= 15, "the first model has {} lines", model.lines().count());
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("help-desk.tm"), model).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["check", "help-desk.tm"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    assert!(run.status.success() && run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout).unwrap();
    let quoted = block(&text, "text");
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        let mut new = text.clone();
        new.replace_range(quoted, &said);
        fs::write(readme(), new).unwrap();
    } else {
        assert_eq!(&text[quoted], said, "renew it with TRUSTLINE_BLESS=1 cargo test --test readme");
    }
}

#[test]
fn every_link_of_the_readme_leads_somewhere() {
    let text = fs::read_to_string(readme()).unwrap();
    let mut seen = 0;
    for link in text.split("](").skip(1).map(|l| l.split(')').next().unwrap()) {
        if !link.starts_with("http") && !link.starts_with('#') {
            assert!(readme().with_file_name(link).exists(), "{link}");
            seen += 1;
        }
    }
    assert!(seen > 5);
}

/// The models among the examples: files, and those that stand directly in a folder beside what they
/// import.
fn examples() -> Vec<PathBuf> {
    let entries = |folder: &PathBuf| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect()
    };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let (folders, mut models): (Vec<_>, Vec<_>) = entries(&folder).into_iter().partition(|p| p.is_dir());
    models.extend(folders.iter().flat_map(entries));
    models.retain(|p| p.extension().is_some_and(|e| e == "tm"));
    models.sort();
    assert!(models.len() >= 6 && models.iter().any(|m| m.ends_with("house-rules/assistant.tm")));
    models
}

#[test]
fn the_pictures_of_the_examples_are_fresh() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    for model in examples() {
        let folder = model.parent().unwrap().to_path_buf();
        let dir = tempfile::tempdir().unwrap();
        let out = if bless { folder.clone() } else { dir.path().to_path_buf() };
        let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
            .args(["build", "--format", "svg,png", "--today", "2026-10-01", "-o"])
            .args([&out, &model])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success() && run.stderr.is_empty(), "{}: {said}", model.display());
        let written = String::from_utf8(run.stdout).unwrap();
        let written: Vec<&Path> = written.lines().map(Path::new).collect();
        assert!(written.contains(&out.join(model.with_extension("svg").file_name().unwrap()).as_path()));
        for new in written {
            let name = new.file_name().unwrap();
            let old = folder.join(name);
            assert!(
                old.exists(),
                "{name:?} is missing: write it with TRUSTLINE_BLESS=1 cargo test --test readme"
            );
            // The PNG is drawn from the SVG; machines may round its pixels differently.
            if new.extension().is_some_and(|e| e == "svg") {
                let same = fs::read(&old).unwrap() == fs::read(new).unwrap();
                assert!(same, "{name:?} is stale: renew it with TRUSTLINE_BLESS=1 cargo test --test readme");
            }
        }
    }
}

#[test]
fn the_json_of_every_example_is_valid() {
    let run = |arguments: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_trustline")).args(arguments).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    };
    let schema: serde_json::Value = serde_json::from_slice(&run(&["export", "--schema"])).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for model in examples() {
        let dir = tempfile::tempdir().unwrap();
        run(&["build", &model.to_string_lossy(), "--format", "json", "-o", &dir.path().to_string_lossy()]);
        let name = model.with_extension("json").file_name().unwrap().to_owned();
        let text = fs::read_to_string(dir.path().join(name)).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", model.display());
    }
}
