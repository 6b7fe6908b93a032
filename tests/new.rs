//! `trustline new`: the patterns are good models, and a file that is there is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::fs;
use trustline::patterns::PATTERNS;
use world::World;

#[test]
fn every_pattern_is_silent_and_says_something() {
    assert!(PATTERNS.len() >= 6);
    for p in PATTERNS {
        let w = World::new();
        let made = w.run(&["new", "--pattern", p.name, "my-system"]);
        assert_eq!(
            (made.status, made.out.as_str(), made.err.as_str()),
            (0, "my-system.tm\n", ""),
            "{}",
            p.name
        );
        // No error, no warning, no note, whenever somebody begins.
        for today in ["2026-12-01", "2099-01-01"] {
            let check = w.run(&["check", "my-system.tm", "--today", today]);
            assert_eq!((check.status, check.err.as_str()), (0, ""), "{}", p.name);
            assert!(check.out.starts_with("my-system.tm: My system: "), "{}", check.out);
        }
    }
}

#[test]
fn every_pattern_is_drawn_without_a_fault() {
    for p in PATTERNS {
        let w = World::new().write("model.tm", p.text);
        let build = w.run(&["build", "model.tm", "--format", "html,md,svg,json", "--today", "2026-12-01"]);
        // A fault of the picture would be a warning.
        assert_eq!((build.status, build.err.as_str()), (0, ""), "{}", p.name);
        let json = fs::read_to_string(w.path().join("out/model.json")).unwrap();
        let data: serde_json::Value = serde_json::from_str(&json).unwrap();
        let list = |key: &str| data[key].as_array().unwrap_or_else(|| panic!("{key}")).clone();
        let crossings = list("flows").iter().filter(|f| !f["crossing"].is_null()).count();
        assert!(crossings >= 2, "{}: {crossings} crossings", p.name);
        assert!((8..=20).contains(&list("elements").len()), "{}", p.name);
        // Something is left to decide, and nowhere so much that nobody would read it.
        let mut open: BTreeMap<String, usize> = BTreeMap::new();
        for t in list("threats") {
            if t["status"] == "open" || t["status"] == "planned" {
                let id = t["id"].as_str().unwrap();
                *open.entry(id.split_once('@').unwrap().1.to_owned()).or_default() += 1;
            }
        }
        assert!(!open.is_empty(), "{}", p.name);
        assert!(open.values().all(|n| *n <= 9), "{}: {open:?}", p.name);
        // Each shows the ways to answer, and what is not known.
        for key in ["assumptions", "questions", "attackers", "controls"] {
            assert!(!list(key).is_empty(), "{}: {key}", p.name);
        }
        assert!(list("threats").iter().any(|t| !t["response"].is_null()), "{}", p.name);
        assert!(p.text.contains("catalog: 2026.1"), "{}", p.name);
    }
}

#[test]
fn without_a_name_the_patterns_are_listed() {
    let list = World::new().run(&["new"]);
    assert_eq!((list.status, list.err.as_str()), (0, ""));
    for p in PATTERNS {
        let line = list.out.lines().find(|l| l.trim_start().starts_with(&format!("{} ", p.name))).unwrap();
        assert!(line.contains(p.about) && line.contains(" elements, "), "{line}");
    }
    assert!(list.out.contains("--pattern"), "{}", list.out);
}

#[test]
fn a_file_that_is_there_is_kept() {
    let w = World::new().write("mine.tm", "my own work");
    w.run(&["new", "mine"]).fails_with(&["mine.tm", "is there already", "kept"]);
    w.run(&["new", "-o", "mine.tm"]).fails_with(&["mine.tm", "kept"]);
    assert_eq!(fs::read_to_string(w.path().join("mine.tm")).unwrap(), "my own work");
    assert_eq!(w.entries(), ["mine.tm"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let w = World::new();
    std::os::unix::fs::symlink("elsewhere.tm", w.path().join("mine.tm")).unwrap();
    w.run(&["new", "mine"]).fails_with(&["kept"]);
    assert_eq!(w.entries(), ["mine.tm"]);
}

#[test]
fn the_file_and_the_title_can_be_said() {
    let w = World::new();
    let head = |text: &str| text.lines().find(|l| l.starts_with("model ")).unwrap().to_owned();
    assert_eq!(w.run(&["new", "-o", "models/help-desk.tm"]).status, 0);
    let text = fs::read_to_string(w.path().join("models/help-desk.tm")).unwrap();
    assert_eq!(head(&text), "model \"Help desk\" {");
    let shown = w.run(&["new", "--pattern", "rag", "-o", "-"]);
    assert_eq!(shown.out, PATTERNS.iter().find(|p| p.name == "rag").unwrap().text);
    let named = w.run(&["new", "my_system.tm", "-o", "-"]);
    assert_eq!(head(&named.out), "model \"My system\" {");
    assert_eq!(w.entries(), ["models"]);
}

#[test]
fn a_name_of_a_pattern_means_that_pattern() {
    let w = World::new();
    let body = |text: &str| text.split_once("boundary ").unwrap().1.to_owned();
    for p in PATTERNS {
        assert_eq!(body(&w.run(&["new", p.name, "-o", "-"]).out), body(p.text), "{}", p.name);
    }
    let other = w.run(&["new", "agent", "--pattern", "rag", "-o", "-"]).out;
    assert_eq!(body(&other), body(PATTERNS.iter().find(|p| p.name == "rag").unwrap().text));
}

#[test]
fn a_hostile_title_is_text() {
    let title = "\" } model \"x\" { \\ // <script>";
    let w = World::new();
    assert_eq!(w.run(&["new", "x", "--title", title]).status, 0);
    let check = w.run(&["check", "x.tm"]);
    assert_eq!((check.status, check.err.as_str()), (0, ""));
    assert!(check.out.contains(title), "{}", check.out);
}

#[test]
fn names_that_are_no_files_are_refused() {
    let w = World::new();
    let long = "x".repeat(201);
    for name in
        ["", "../up", "a/b", "a\\b", ".hidden", "a\"b", "a\nb", "a\u{202e}b", "a:b", " a", "a.", ".tm", &long]
    {
        w.run(&["new", "--pattern", "chat", "--", name]).fails_with(&["bad-call"]);
    }
    w.run(&["new", "x", "--title", "two\nlines"]).fails_with(&["one line"]);
    w.run(&["new", "x", "--title", " "]).fails_with(&["one line"]);
    w.run(&["new", "--pattern", "rag"]).fails_with(&["needs a name", "-o -"]);
    w.run(&["new", "x", "--pattern", "rga"]).fails_with(&["rag"]);
    assert!(w.entries().is_empty(), "{:?}", w.entries());
}

#[test]
fn a_place_that_can_not_be_written_is_told() {
    let w = World::new().write("file", "");
    w.run(&["new", "-o", "file/x.tm"]).fails_with(&["can't write"]);
    assert_eq!(w.entries(), ["file"]);
}
