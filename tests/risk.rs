//! Ratings as they are told. `tests/risk/*.tm` say in their first line which threat is explained; what comes out stands
//! beside each as `.txt`. `TRUSTLINE_BLESS=1` writes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use std::path::{Path, PathBuf};
use world::World;

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
