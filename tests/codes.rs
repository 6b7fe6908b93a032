//! Every code has a page, and the examples on it do what they say. They are run by the binary, so
//! that what is tested is what a user sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;
use trustline::diagnostic::Code;
use trustline::diagnostic::codes::ALL;
use trustline::diagnostic::page::{Block, Part};

#[path = "support/world.rs"]
mod world;

use world::World;

/// The day that examples are compared with.
const TODAY: &str = "2026-12-01";

/// Codes whose wrong example can't be run, and why.
const NOT_RUN: &[(&str, &str)] = &[
    ("picture", "the limits of the layout are far above what fits on a page"),
    ("layout-fault", "no small model is known in which the layout leaves a fault"),
];

/// What examples say: the whole standard error, and whether all calls ended well.
fn run(parts: &[Part]) -> (String, bool) {
    let blocks = || parts.iter().filter_map(|p| if let Part::Block(b) = p { Some(b) } else { None });
    let mut world = World::new();
    for Block { file, text, .. } in blocks().filter(|b| b.language == "tm" || b.file.is_some()) {
        world = world.write(file.unwrap_or("model.tm"), text);
    }
    let mut calls: Vec<String> =
        blocks().filter(|b| b.language == "sh").flat_map(|b| b.text.lines()).map(str::to_owned).collect();
    if calls.is_empty() {
        calls.push("trustline check model.tm".into());
    }
    let (mut err, mut well) = (String::new(), true);
    for call in calls {
        let words = split(&call);
        assert_eq!(words[0], "trustline", "{call}");
        let mut arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        if ["check", "build"].contains(&arguments[0]) && !call.contains("--today") {
            arguments.extend(["--today", TODAY]);
        }
        let ran = world.run(&arguments);
        well &= ran.status == 0;
        err.push_str(&ran.err);
    }
    (err, well)
}

/// The words of a call, those in quotes as one.
fn split(call: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (i, piece) in call.split('"').enumerate() {
        if i % 2 == 1 {
            out.push(piece.to_owned());
        } else {
            out.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    out
}

fn says(err: &str, code: Code) -> bool {
    ["error", "warning", "note"].iter().any(|s| err.contains(&format!("{s}[{}]", code.name())))
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/pages");
    let pages: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().trim_end_matches(".md").to_owned())
        .collect();
    let codes: BTreeSet<String> = ALL.iter().map(|c| c.name().to_owned()).collect();
    assert_eq!(pages, codes);
}

#[test]
fn every_page_is_whole() {
    let mut poor = Vec::new();
    for code in ALL {
        let page = code.page();
        let prose = page.about.iter().filter(|p| matches!(p, Part::Prose(_))).count();
        let block = |parts: &[Part]| parts.iter().any(|p| matches!(p, Part::Block(_)));
        let first = matches!(page.about.first(), Some(Part::Prose(t)) if *t == code.about());
        if !first || prose < 2 || !block(&page.wrong) || !block(&page.right) {
            poor.push(code.name());
        }
        let wide = page.plain().lines().any(|l| l.chars().count() > 100);
        assert!(!wide, "{code:?} is too wide for a terminal");
    }
    assert!(poor.is_empty(), "a page has a first sentence, why and what to do, wrong and right: {poor:?}");
}

#[test]
fn the_examples_do_what_they_say() {
    let mut wrong = Vec::new();
    for code in ALL {
        let page = code.page();
        let (err, _) = run(&page.wrong);
        if says(&err, *code) == NOT_RUN.iter().any(|(name, _)| *name == code.name()) {
            wrong.push(format!("{}: the wrong example says\n{err}", code.name()));
        }
        let (err, well) = run(&page.right);
        if says(&err, *code) || err.contains("error[") || !well {
            wrong.push(format!("{}: the right example says\n{err}", code.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explain_prints_the_page() {
    let world = World::new();
    for code in ALL {
        let ran = world.run(&["explain", code.name()]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let title = format!("{} ({})\n\n", code.name(), code.severity().word());
        assert!(ran.out.starts_with(&title), "{}", ran.out);
        assert!(ran.out.contains("\nWrong:\n\n") && ran.out.contains("\nRight:\n\n"), "{}", ran.out);
        assert!(!ran.out.contains("```") && !ran.out.contains("## "), "{}", ran.out);
    }
}
