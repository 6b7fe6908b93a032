//! `check --baseline` and `--write-baseline`.

use super::world::{Ran, World};
use super::{DESK, LEAK, desk};
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// A folder with the model and its baseline.
fn world() -> World {
    let world = World::new().write("desk.tm", DESK);
    let ran = world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    world
}

fn check(world: &World, more: &[&str]) -> Ran {
    world.run(&[&["check", "desk.tm", "--baseline", "base.json"], more].concat())
}

#[test]
fn what_is_open_already_is_known_and_passes() {
    let world = world();
    assert!(world.run(&["check", "desk.tm", "--fail-on", "low"]).status == 1, "much is open");
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("since base.json: 0 new, 0 closed, 20 known"), "{}", ran.out);
    assert_eq!(check(&world, &["--fail-on", "low"]).status, 0, "what is known does not fail");
}

#[test]
fn the_file_is_stable_sorted_and_small_in_its_differences() {
    let world = world();
    let first = fs::read_to_string(world.path().join("base.json")).unwrap();
    world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    assert_eq!(fs::read_to_string(world.path().join("base.json")).unwrap(), first);
    assert!(first.starts_with("{\n  \"trustline_baseline\": 1,\n  \"tool\": \""), "{first}");
    assert!(first.ends_with("}\n"));
    assert!(first.lines().all(|l| l == l.trim_end()));
    let text = desk(&[("\"Help desk\"\n", "\"Help desk\" { controls: [audit_log] }\n")]);
    let world = world.write("desk.tm", text);
    world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    let second = fs::read_to_string(world.path().join("base.json")).unwrap();
    let lines = |t: &str| t.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (lines(&first), lines(&second));
    let new: Vec<_> = b.difference(&a).collect();
    assert!(!new.is_empty() && new.len() <= 15, "{new:#?}");
}

#[test]
fn a_new_open_threat_fails_and_says_why() {
    let world = world().write("desk.tm", desk(&[LEAK]));
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.out.contains("since base.json: 2 new, 0 closed, 20 known"), "{}", ran.out);
    assert!(ran.err.contains("2 threats are new or worse since base.json"), "{}", ran.err);
    assert!(ran.err.contains("critical input-leak-provider@desk->llm\n"), "{}", ran.err);
    assert!(ran.err.contains("because Old tickets moves over Help desk -> Hosted LLM now"), "{}", ran.err);
    let ran = check(&world, &["--fail-on", "critical"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("1 threat of critical or above is new or worse since base.json"), "{}", ran.err);
    assert!(!ran.err.contains("provider-retention@llm"), "it is medium: {}", ran.err);
}

#[test]
fn the_gate_reads_only_what_is_as_severe_as_it_asks() {
    // One new threat, of medium severity.
    let world = World::new().write(
        "desk.tm",
        desk(&[LEAK, ("boundary cloud", "off input-leak-provider { because: \"No.\" }\nboundary cloud")]),
    );
    let before = World::new().write("desk.tm", DESK);
    before.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    let world = world.write("base.json", fs::read(before.path().join("base.json")).unwrap());
    assert_eq!(check(&world, &[]).status, 1);
    assert_eq!(check(&world, &["--fail-on", "medium"]).status, 1);
    let ran = check(&world, &["--fail-on", "high"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("1 new"), "it is told all the same: {}", ran.out);
}

#[test]
fn a_threat_that_is_worse_than_it_was_fails() {
    let world = world().write("desk.tm", desk(&[("class: confidential", "class: secret")]));
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.contains("critical jailbreak@visitor->desk, high before\n"), "{}", ran.err);
    assert!(ran.err.contains("because Reply is secret (impact +1)"), "{}", ran.err);
    assert!(!ran.err.contains("prompt-injection-direct"), "critical as before: {}", ran.err);
}

#[test]
fn a_threat_that_is_open_again_fails() {
    let accept =
        "accept jailbreak on visitor -> desk { because: \"A pilot.\", by: \"CISO\", until: 2027-03-31 }\n";
    let world = World::new().write("desk.tm", format!("{DESK}{accept}"));
    let at = |world: &World, day: &str, how: &str| {
        world.run(&["check", "desk.tm", how, "base.json", "--today", day])
    };
    assert_eq!(at(&world, "2027-03-01", "--write-baseline").status, 0);
    assert_eq!(at(&world, "2027-03-31", "--baseline").status, 0);
    let ran = at(&world, "2027-04-01", "--baseline");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("because it is accepted no more"), "{}", ran.err);
}

#[test]
fn closed_threats_are_listed_and_stale_entries_warned_of() {
    let world = World::new().write("desk.tm", desk(&[LEAK]));
    world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    let accept = "accept jailbreak on visitor -> desk { because: \"A pilot.\", by: \"CISO\" }\n";
    let world = world.write("desk.tm", format!("{DESK}{accept}"));
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("since base.json: 0 new, 3 closed, 19 known"), "{}", ran.out);
    assert!(ran.out.contains("closed   jailbreak@visitor->desk: accepted\n"), "{}", ran.out);
    assert!(ran.out.contains("closed   provider-retention@llm: does not arise any more\n"), "{}", ran.out);
    assert!(ran.err.contains("stale-baseline"), "{}", ran.err);
    assert!(ran.err.contains("2 threats of `desk.tm` that do not arise any more"), "{}", ran.err);
    assert!(ran.err.contains("`input-leak-provider@desk->llm`, `provider-retention@llm`"), "{}", ran.err);
}

#[test]
fn what_is_renamed_is_known() {
    let renamed = DESK
        .replace("desk  \"Help desk\"", "portal \"Help desk\" { was: desk }")
        .replace("-> desk ", "-> portal ")
        .replace("desk -> ", "portal -> ");
    let world = world().write("desk.tm", &renamed);
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("0 new, 0 closed, 20 known"), "{}", ran.out);
    assert!(!ran.err.contains("stale"), "{}", ran.err);
    let world = world.write("desk.tm", renamed.replace(" { was: desk }", ""));
    assert_eq!(check(&world, &[]).status, 1, "without `was` it is another");
}

#[test]
fn one_file_holds_several_models_by_their_paths() {
    let world =
        World::new().write("models/a.tm", DESK).write("models/b.tm", desk(&[LEAK])).write("ci/.keep", "");
    let ran = world.run(&["check", "models/a.tm", "models/b.tm", "--write-baseline", "ci/base.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let text = || fs::read_to_string(world.path().join("ci/base.json")).unwrap();
    assert!(text().contains("\"../models/a.tm\": {") && text().contains("\"../models/b.tm\": {"));
    // Both have one title; the path tells them apart, from every folder.
    let ran = world.run(&["check", "models/a.tm", "models/b.tm", "--baseline", "ci/base.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(ran.out.matches("0 new, 0 closed").count(), 2, "{}", ran.out);
    let mut inside = world.command(&["check", "a.tm", "--baseline", "../ci/base.json"]);
    let ran = Ran::new(inside.current_dir(world.path().join("models")).output().unwrap());
    assert!(ran.out.contains("0 new, 0 closed, 20 known"), "{}", ran.out);
    // Writing one keeps the other, unless its file is gone.
    let before = text();
    world.run(&["check", "models/a.tm", "--write-baseline", "ci/base.json"]);
    assert_eq!(text(), before);
    fs::remove_file(world.path().join("models/b.tm")).unwrap();
    world.run(&["check", "models/a.tm", "--write-baseline", "ci/base.json"]);
    assert!(!text().contains("b.tm"));
}

#[test]
fn a_file_that_moved_is_found_by_its_title_and_one_that_is_not_there_is_new() {
    let world =
        world().write("moved/desk.tm", DESK).write("other.tm", desk(&[("\"Help desk\" {", "\"Another\" {")]));
    fs::remove_file(world.path().join("desk.tm")).unwrap();
    let ran = world.run(&["check", "moved/desk.tm", "--baseline", "base.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let ran = world.run(&["check", "other.tm", "--baseline", "base.json"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("`base.json` holds nothing of `other.tm`"), "{}", ran.err);
    assert!(ran.out.contains("20 new, 0 closed, 0 known"), "{}", ran.out);
}

#[test]
fn a_copy_of_a_model_is_new() {
    let world = world().write("copy.tm", DESK).write("second.tm", DESK);
    for models in [&["copy.tm"][..], &["desk.tm", "copy.tm"]] {
        let ran = world.run(&[&["check", "--baseline", "base.json"], models].concat());
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(ran.out.contains("20 new, 0 closed, 0 known"), "{}", ran.out);
        assert!(ran.err.contains("`base.json` holds nothing of `copy.tm`"), "{}", ran.err);
    }
    // A file that is gone has moved to one place only.
    fs::remove_file(world.path().join("desk.tm")).unwrap();
    let ran = world.run(&["check", "copy.tm", "second.tm", "--baseline", "base.json"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert_eq!(ran.out.matches("0 new, 0 closed, 20 known").count(), 1, "{}", ran.out);
    assert!(ran.err.contains("`base.json` holds nothing of `second.tm`"), "{}", ran.err);
}

#[test]
fn standard_input_has_a_place_in_it() {
    let world = World::new();
    let run = |how: &str| {
        let mut command = world.command(&["check", "-", how, "base.json"]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(DESK.as_bytes()).unwrap();
        Ran::new(child.wait_with_output().unwrap())
    };
    assert_eq!(run("--write-baseline").status, 0);
    let ran = run("--baseline");
    assert!(ran.out.contains("0 new, 0 closed, 20 known"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_file_that_is_no_baseline_is_told_so() {
    let world = world();
    let good = fs::read_to_string(world.path().join("base.json")).unwrap();
    let case = |text: &str, words: &[&str]| {
        fs::write(world.path().join("base.json"), text).unwrap();
        check(&world, &[]).fails_with(words);
    };
    case("", &["unreadable", "`base.json` is not a baseline: it is not JSON"]);
    case(DESK, &["unreadable", "`base.json` is not a baseline: it is not JSON"]);
    case(&good[..good.len() / 2], &["the baseline `base.json` is damaged", "delete it, then write it anew"]);
    case(&format!("<<<<<<< HEAD\n{good}"), &["the baseline `base.json` is damaged"]);
    case("[]", &["`base.json` is not a baseline: it has no `trustline_baseline`"]);
    case("{\"schema\": 1}", &["it has no `trustline_baseline`"]);
    let newer = good.replace("\"trustline_baseline\": 1", "\"trustline_baseline\": 2").replace(
        &format!("\"tool\": \"{}\",\n  \"models\"", env!("CARGO_PKG_VERSION")),
        "\"tool\": \"9.9.9\",\n  \"models\"",
    );
    case(&newer, &["`base.json` is of form 2, and this Trustline knows up to 1", "Trustline 9.9.9"]);
    case(
        &good.replace("\"critical\"", "\"dreadful\"").replace("\"status\": \"open\"", "\"status\": \"ajar\""),
        &["the baseline `base.json` is damaged", "ajar"],
    );
    case(&good.replacen("\"catalog\"", "\"katalog\"", 1), &["is damaged", "catalog"]);
    fs::write(world.path().join("base.json"), [0u8, 159, 146, 150]).unwrap();
    check(&world, &[]).fails_with(&["the baseline `base.json` can't be read", "UTF-8"]);
    fs::remove_file(world.path().join("base.json")).unwrap();
    check(&world, &[]).fails_with(&["the baseline `base.json` can't be read", "--write-baseline base.json"]);
}

#[test]
fn nothing_is_lost_or_half_written() {
    let world = world();
    let good = fs::read(world.path().join("base.json")).unwrap();
    // A model with an error leaves the old file as it is.
    let world = world.write("bad.tm", "gatewya waf\n");
    let ran = world.run(&["check", "desk.tm", "bad.tm", "--write-baseline", "base.json"]);
    assert_eq!(ran.status, 2);
    assert_eq!(fs::read(world.path().join("base.json")).unwrap(), good);
    // A file that is something else is not overwritten.
    world
        .run(&["check", "desk.tm", "--write-baseline", "bad.tm"])
        .fails_with(&["`bad.tm` is not a baseline"]);
    assert_eq!(fs::read_to_string(world.path().join("bad.tm")).unwrap(), "gatewya waf\n");
    // Nor a folder.
    fs::create_dir(world.path().join("folder")).unwrap();
    let ran = world.run(&["check", "desk.tm", "--write-baseline", "folder"]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert_eq!(world.entries(), ["bad.tm", "base.json", "desk.tm", "folder"], "nothing is left behind");
}

#[test]
fn a_baseline_can_be_compared_with_and_written_in_one_call() {
    let world = world().write("desk.tm", desk(&[LEAK]));
    let good = fs::read(world.path().join("base.json")).unwrap();
    // Under any spelling: else the gate would open by itself.
    for same in ["base.json", "./base.json"] {
        let ran = check(&world, &["--write-baseline", same]);
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(ran.err.contains("is left as it is, as the gate is not met"), "{}", ran.err);
        assert_eq!(fs::read(world.path().join("base.json")).unwrap(), good);
    }
    assert_eq!(check(&world, &["--write-baseline", "next.json"]).status, 1, "what is new is still told");
    assert_eq!(
        world.run(&["check", "desk.tm", "--baseline", "next.json"]).status,
        0,
        "and known from now on"
    );
    // With the gate met, one file may be both.
    let world = world.write("desk.tm", desk(&[("\"Old tickets\"", "\"Past tickets\"")]));
    assert_eq!(check(&world, &["--write-baseline", "base.json"]).status, 0);
    assert_ne!(fs::read(world.path().join("base.json")).unwrap(), good);
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_what_is_read_only_stays() {
    let world = world().write("kept/.keep", "");
    let at = |name: &str| world.path().join(name);
    fs::rename(at("base.json"), at("kept/base.json")).unwrap();
    std::os::unix::fs::symlink("kept/base.json", at("base.json")).unwrap();
    std::os::unix::fs::symlink("nowhere.json", at("lost.json")).unwrap();
    let good = fs::read(at("kept/base.json")).unwrap();
    let world = world.write("desk.tm", desk(&[LEAK]));
    let at = |name: &str| world.path().join(name);
    let write = |name: &str| world.run(&["check", "desk.tm", "--write-baseline", name]);
    assert_eq!(write("base.json").status, 0);
    assert!(at("base.json").is_symlink());
    let new = fs::read(at("kept/base.json")).unwrap();
    assert_ne!(new, good);
    let ran = write("lost.json");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("can't write lost.json: it is a link that leads nowhere"), "{}", ran.err);
    let mut rights = at("kept/base.json").metadata().unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(at("kept/base.json"), rights).unwrap();
    let world = world.write("desk.tm", DESK);
    let ran = world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("can't write base.json: it is read-only"), "{}", ran.err);
    assert_eq!(fs::read(world.path().join("kept/base.json")).unwrap(), new);
}

#[test]
fn one_model_that_cannot_be_read_hides_no_other() {
    let world = world();
    for format in ["json", "sarif"] {
        let mut command = world.command(&["check", "-", "desk.tm", "--format", format]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&[0, 159]).unwrap();
        let ran = Ran::new(child.wait_with_output().unwrap());
        assert_eq!(ran.status, 2, "{}", ran.err);
        let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert!(ran.out.contains("standard input is not text"), "{}", ran.out);
        assert!(ran.out.contains("desk.tm"), "{}", ran.out);
        if format == "json" {
            assert_eq!(value["status"], 2);
            assert_eq!(value["models"][0]["summary"], serde_json::Value::Null);
            assert_eq!(value["models"][1]["summary"]["open"], 20);
        }
    }
}

#[test]
fn names_of_a_model_drive_no_terminal() {
    let world =
        world().write("desk.tm", desk(&[LEAK, ("\"Old tickets\"", "\"Old \u{1b}[31mtickets\u{202e}\"")]));
    let ran = check(&world, &[]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("tickets"), "{}", ran.err);
    for text in [&ran.out, &ran.err] {
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
    }
}

#[test]
fn every_format_tells_how_it_stands_since() {
    let world = world().write(
        "desk.tm",
        desk(&[
            LEAK,
            ("web_app   desk  \"Help desk\"", "web_app   desk  \"Help desk\" { controls: [audit_log] }"),
        ]),
    );
    let ran = check(&world, &["--format", "json"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let model = &value["models"][0];
    let since = &model["baseline"];
    assert_eq!((&since["file"], &since["known"]), (&"base.json".into(), &19.into()));
    assert_eq!(since["new"][0]["id"], "input-leak-provider@desk->llm");
    assert_eq!(since["new"][0]["because"][0]["text"], "Old tickets moves over Help desk -> Hosted LLM now");
    assert_eq!(since["closed"], serde_json::json!([{ "id": "no-audit-log@desk", "status": "mitigated" }]));
    assert_eq!(model["gate"]["threats"].as_array().unwrap().len(), 2);
    assert_eq!(model["gate"]["met"], false);
    let schema = serde_json::from_str(include_str!("../../src/cli/check/check.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for text in [&ran.out, &world.run(&["check", "desk.tm", "--format", "json"]).out] {
        let value = serde_json::from_str(text).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
    let ran = check(&world, &["--format", "github"]);
    assert_eq!(ran.status, 1);
    let lines: Vec<&str> = ran.out.lines().filter(|l| l.starts_with("::error ")).collect();
    assert_eq!(lines.len(), 2, "only what is new: {}", ran.out);
    assert!(lines[0].contains("file=desk.tm,line="), "{}", lines[0]);
    assert!(lines[0].contains("new or worse since base.json") && lines[0].contains("%0Abecause Old tickets"));
    let ran = check(&world, &["--format", "sarif"]);
    assert_eq!(ran.status, 1);
    assert!(serde_json::from_str::<serde_json::Value>(&ran.out).is_ok(), "{}", ran.out);
}

#[test]
fn a_stale_baseline_can_be_allowed_and_denied() {
    let world = World::new().write("desk.tm", desk(&[LEAK]));
    world.run(&["check", "desk.tm", "--write-baseline", "base.json"]);
    let world = world.write("desk.tm", DESK);
    let ran = check(&world, &["--allow", "stale-baseline"]);
    assert_eq!((ran.status, ran.err.contains("stale-baseline")), (0, false), "{}", ran.err);
    let ran = check(&world, &["--deny", "stale-baseline"]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains("error[stale-baseline]"), "{}", ran.err);
    assert!(!ran.out.contains("since base.json"), "of what failed nothing is told: {}", ran.out);
    let ran = check(&world, &["--deny", "stale-baseline", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["models"][0]["baseline"], serde_json::Value::Null);
}
