//! `trustline status`: cases in `tests/status`, with the text and the JSON beside each.
//! `TRUSTLINE_BLESS=1` writes them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use std::path::{Path, PathBuf};
use world::World;

const TODAY: &str = "2026-12-01";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/status")
}

fn model(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

/// A folder with both models.
fn both() -> World {
    World::new().write("late.tm", model("late.tm")).write("calm.tm", model("calm.tm"))
}

/// Compares what is said with what stands in a file.
#[track_caller]
fn same(name: &str, said: &str) {
    let path = folder().join(name);
    if std::env::var_os("TRUSTLINE_BLESS").is_some() {
        std::fs::write(path, said).unwrap();
    } else {
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), said, "{name}");
    }
}

fn json(world: &World, models: &[&str], today: &str) -> Value {
    let ran = world.run(&[&["status", "--format", "json", "--today", today], models].concat());
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.is_empty(), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn the_text_of_one_and_of_several() {
    let world = both();
    let ran = world.run(&["status", "late.tm", "--today", TODAY]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.is_empty(), "what is late is the result: {}", ran.err);
    same("late.txt", &ran.out);
    let ran = world.run(&["status", "late.tm", "calm.tm", "--today", TODAY]);
    same("both.txt", &ran.out);
    assert!(ran.out.contains("All 2 models:"));
}

#[test]
fn the_json_of_one() {
    let world = both();
    let value = json(&world, &["late.tm"], TODAY);
    same("late.json", &format!("{}\n", serde_json::to_string_pretty(&value).unwrap()));
}

/// The numbers are those of the register, counted here from the report's JSON.
#[test]
fn the_numbers_are_those_of_the_report() {
    let world = both();
    let built = world.run(&["build", "late.tm", "--format", "json", "--today", TODAY]);
    assert_eq!(built.status, 0, "{}", built.err);
    let report: Value =
        serde_json::from_str(&std::fs::read_to_string(world.path().join("out/late.json")).unwrap()).unwrap();
    let status = json(&world, &["late.tm"], TODAY);
    let s = &status["models"][0];
    let threats = report["threats"].as_array().unwrap();
    for state in ["open", "planned"] {
        for severity in ["critical", "high", "medium", "low"] {
            let n = threats
                .iter()
                .filter(|t| t["status"] == state && t["residual"]["severity"] == severity)
                .count();
            assert_eq!(s[state][severity], n, "{state} {severity}");
        }
    }
    assert!(s["planned"]["high"].as_u64().unwrap() + s["planned"]["critical"].as_u64().unwrap() > 0);
    assert_eq!(s["unrated"], report["summary"]["unrated"]);
    assert_eq!(s["unanswered"].as_array().unwrap().len(), report["summary"]["unanswered"]);
    assert_eq!(s["unconfirmed"].as_array().unwrap().len(), report["summary"]["unconfirmed"]);
    assert_eq!(s["review"]["next"], report["model"]["next_review"]);
    // The table: each cell by hand.
    let letters = [
        "spoofing",
        "tampering",
        "repudiation",
        "information_disclosure",
        "denial_of_service",
        "elevation_of_privilege",
    ];
    let rows = s["coverage"].as_array().unwrap();
    let ids: Vec<&str> =
        rows.iter().filter(|r| r["type"] == "element").map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["visitor", "llm", "waf", "board"], "every element in scope, blank or not");
    let mut seen = 0;
    for row in rows {
        for (letter, cell) in letters.iter().zip(row["cells"].as_array().unwrap()) {
            let here = threats.iter().filter(|t| {
                t["target"] == row["id"]
                    && t["target_type"] == row["type"]
                    && t["stride"].as_array().unwrap().iter().any(|s| s == letter)
            });
            let states: Vec<&str> = here.map(|t| t["status"].as_str().unwrap()).collect();
            let open = states.iter().filter(|s| ["open", "planned"].contains(s)).count();
            let aside = states.iter().filter(|s| ["dismissed", "refined"].contains(s)).count();
            assert_eq!(cell["unsettled"], open, "{row}");
            assert_eq!(cell["set_aside"], aside, "{row}");
            assert_eq!(cell["answered"], states.len() - open - aside, "{row}");
            seen += states.len();
        }
    }
    assert!(seen > 10);
}

#[test]
fn days_are_compared_with_today() {
    let world = both();
    let overdue = |today: &str| -> Vec<String> {
        let value = json(&world, &["late.tm"], today);
        let all = value["models"][0]["overdue"].as_array().unwrap().clone();
        all.iter()
            .map(|i| format!("{} {}", i["what"].as_str().unwrap(), i["day"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(overdue("2026-06-30"), Vec::<String>::new(), "the last day counts");
    assert_eq!(overdue("2026-07-01"), ["accept 2026-06-30"]);
    assert_eq!(
        overdue(TODAY),
        ["accept 2026-06-30", "control 2026-10-01", "question 2026-11-01", "mitigate 2026-11-30"]
    );
    assert_eq!(overdue("2027-03-02").len(), 6, "the second acceptance and the second control too");
    let ending = |today: &str| {
        let value = json(&world, &["late.tm"], today);
        let all = value["models"][0]["ending"].as_array().unwrap().clone();
        all.iter().map(|i| i["days_left"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ending("2026-11-23"), Vec::<i64>::new(), "31 days");
    assert_eq!(ending("2026-11-24"), [30]);
    assert_eq!(ending("2026-12-24"), [0]);
    assert_eq!(ending("2026-12-25"), Vec::<i64>::new());
    let review =
        |name: &str, today: &str| json(&world, &[name], today)["models"][0]["review"]["state"].clone();
    assert_eq!(review("late.tm", "2026-09-29"), "up_to_date");
    assert_eq!(review("late.tm", "2026-09-30"), "overdue");
    assert_eq!(review("calm.tm", TODAY), "up_to_date");
    let none = World::new()
        .write("never.tm", model("calm.tm").replace("reviewed 2026-10-01 { by: \"Security guild\" }\n", ""))
        .write("free.tm", model("calm.tm").replace(", review: every 6 months", ""));
    let review = |name: &str| json(&none, &[name], TODAY)["models"][0]["review"].clone();
    assert_eq!(review("never.tm")["state"], "never");
    assert_eq!(review("free.tm")["state"], "not_asked");
    assert_eq!(review("free.tm")["last"], "2026-10-01");
}

#[test]
fn several_models_have_a_total() {
    let world = both();
    let value = json(&world, &["late.tm", "calm.tm"], TODAY);
    let models = value["models"].as_array().unwrap();
    assert_eq!(
        models.iter().map(|m| m["file"].as_str().unwrap()).collect::<Vec<_>>(),
        ["late.tm", "calm.tm"]
    );
    let total = &value["total"];
    assert_eq!(total["models"], 2);
    assert_eq!(total["unreviewed"], 1);
    assert_eq!(total["overdue"], models[0]["overdue"].as_array().unwrap().len());
    assert_eq!(total["open"], models[0]["open"], "all of the second is within its appetite");
}

#[test]
fn an_error_in_a_model_ends_with_2_and_the_others_are_shown() {
    let world = both().write("bad.tm", "gatewya waf\n");
    let ran = world.run(&["status", "bad.tm", "calm.tm", "--today", TODAY]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("bad.tm:1:1"), "{}", ran.err);
    assert!(ran.out.starts_with("calm.tm: Calm, as of 2026-12-01\n"), "{}", ran.out);
    world.run(&["status", "late.tm", "--deny", "overdue-control"]).fails_with(&["error[overdue-control]"]);
    assert_eq!(world.run(&["status"]).status, 2);
    world.run(&["status", "none.tm"]).fails_with(&["unreadable", "none.tm"]);
}

#[test]
fn what_is_empty_or_crosses_nothing_is_not_called_safe() {
    let world = World::new().write("empty.tm", "").write("one.tm", "web_app w\ndatabase d\nw -> d\n");
    for name in ["empty.tm", "one.tm"] {
        let ran = world.run(&["status", name]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.out.contains("can't be judged"), "{}", ran.out);
    }
}

#[test]
fn the_text_fits_a_terminal_and_drives_none() {
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(8);
    let text = model("late.tm")
        .replace("Who pays?", &format!("{long} {long}"))
        .replace("\"Late\"", &format!("\"\u{1b}[31m {} 漢字\"", "漢字".repeat(80)))
        .replace("dashboard board", &format!("dashboard {}", "b".repeat(200)))
        .replace("board -> waf", &format!("{} -> waf", "b".repeat(200)));
    let ran = World::new().write("late.tm", text).run(&["status", "late.tm", "--today", TODAY]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(!ran.out.contains('\u{1b}'));
    let wide = |line: &str| {
        line.chars().map(|c| if c > '\u{2e80}' && c < '\u{fffd}' { 2 } else { 1 }).sum::<usize>()
    };
    for line in ran.out.lines() {
        assert!(wide(line) <= 100, "{}: {line}", wide(line));
    }
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    assert!(
        bare(&ran.out).contains(&bare(&format!("{long} {long}"))),
        "nothing of a sentence is lost: {}",
        ran.out
    );
}
