//! The family of harm beside STRIDE: on no crossing, and everywhere else like other threats. The model is
//! `tests/harm/shift.tm`, whose own rule is the only one of the family that arises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use world::World;

const ID: &str = "long-shift@planner->hand";

fn shift() -> World {
    World::new().write("shift.tm", include_str!("harm/shift.tm"))
}

/// The model with some words in the place of others.
fn changed(old: &str, new: &str) -> World {
    let text = include_str!("harm/shift.tm");
    assert!(text.contains(old), "{old}");
    World::new().write("shift.tm", text.replace(old, new))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

fn built(world: &World, format: &str, file: &str) -> String {
    let ran = world.run(&["build", "shift.tm", "-o", "out", "--format", format]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    std::fs::read_to_string(world.path().join("out").join(file)).unwrap()
}

/// The pill of the crossing, from its group to the next.
fn mark(svg: &str) -> &str {
    let from = svg.find("class=\"crossing\"").expect("a crossing is drawn");
    let rest = &svg[from..];
    &rest[..rest.find("</g>").unwrap()]
}

#[test]
fn the_mark_of_a_crossing_is_of_stride_alone() {
    let with = built(&shift(), "svg", "shift.svg");
    // The same model, but for the family: as tampering it would be the worst on the mark.
    let other = built(&changed("harm: safety", "stride: denial_of_service"), "svg", "shift.svg");
    assert!(
        mark(&with).contains("worst open or planned threat: medium")
            || mark(&with).contains("worst open or planned threat: high")
    );
    assert!(!mark(&with).contains("critical"), "{}", mark(&with));
    assert!(
        mark(&other).contains("critical") && mark(&other).contains("Denial of service"),
        "{}",
        mark(&other)
    );
    assert!(with.contains("crossing 1, 1 open threat") && other.contains("crossing 1, 2 open threats"));
    // It is not lost: it stands on the element where the flow arrives.
    let hand = &with[with.find("data-id=\"hand\"").unwrap()..];
    let hand = &hand[..hand.find("</g>").unwrap()];
    assert!(hand.contains("critical"), "{hand}");
}

#[test]
fn reports_have_a_section_a_filter_and_a_field() {
    let world = shift();
    let md = built(&world, "md", "shift.md");
    let section = &md[md.find("### Harm to people").unwrap()..];
    let section = &section[..section[3..].find("\n### ").unwrap()];
    assert!(
        section.contains("| Safety and environmental impact |") && section.contains("long-shift"),
        "{section}"
    );
    assert!(md.contains("- Harm: Safety and environmental impact"));
    assert!(md.contains("**How people come to harm**") && md.contains("**What an attacker does**"));

    let html = built(&world, "html", "shift.html");
    assert!(html.contains("<option value=\"harm\">Harm to people</option>"));
    let id = format!("<div class=\"id\">{}</div>", ID.replace('>', "&gt;"));
    let row = html.lines().find(|l| l.contains(&id)).unwrap();
    assert!(row.contains("data-threat=\"") && row.contains(">H</abbr>"), "{row}");

    let report = json(&built(&world, "json", "shift.json"));
    let schema = json(&world.run(&["export", "--schema", "report"]).out);
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&report));
    let threat = report["threats"].as_array().unwrap().iter().find(|t| t["id"] == ID).unwrap();
    assert_eq!((&threat["stride"], &threat["harm"]), (&json("[]"), &Value::from("safety")));
    assert_eq!(report["summary"]["harm"], json("[{\"harm\": \"safety\", \"threats\": 1, \"unsettled\": 1}]"));
    let of_stride: u64 = report["summary"]["stride"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["unsettled"].as_u64().unwrap())
        .sum();
    assert_eq!(of_stride, 1, "it counts at no letter of STRIDE");
}

#[test]
fn check_looks_at_one_family() {
    let world = shift();
    let harm = world.run(&["check", "shift.tm", "--family", "harm"]);
    assert_eq!((harm.status, harm.err.as_str()), (0, ""));
    assert_eq!(
        harm.out.lines().next().unwrap(),
        "shift.tm: Shift planner: 1 crossing, 1 open threat of harm to people (1 critical), 0 closed"
    );
    assert!(harm.out.contains(ID) && !harm.out.contains("swapped-plan"));
    let stride = world.run(&["check", "shift.tm", "--family", "stride"]);
    assert!(stride.out.contains("swapped-plan") && !stride.out.contains("long-shift"), "{}", stride.out);
    let value = json(&world.run(&["check", "shift.tm", "--family", "harm", "--format", "json"]).out);
    assert_eq!(
        (&value["models"][0]["summary"]["family"], &value["models"][0]["summary"]["open"]),
        (&"harm".into(), &1.into())
    );
    let sarif = json(&world.run(&["check", "shift.tm", "--family", "harm", "--format", "sarif"]).out);
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let rule = rules.iter().find(|r| r["id"] == "threat/long-shift").unwrap();
    assert_eq!(rule["properties"]["tags"], json("[\"harm\", \"harm/safety\"]"));
    assert!(!rules.iter().any(|r| r["id"] == "threat/swapped-plan"));
    let both = world.run(&["check", "shift.tm", "--family", "harm", "--baseline", "b.json"]);
    both.fails_with(&["--family", "--baseline"]);
}

#[test]
fn the_gate_counts_it_and_controls_and_answers_work() {
    let status = |w: &World, more: &[&str]| {
        w.run(&[&["check", "shift.tm", "--fail-on", "critical"], more].concat()).status
    };
    assert_eq!(status(&shift(), &[]), 1);
    assert_eq!(status(&shift(), &["--family", "stride"]), 0, "of STRIDE there is nothing critical");
    assert_eq!(status(&shift(), &["--family", "harm"]), 1);
    let ruled = changed("one_way: true }", "one_way: true, controls: [rest_rule] }");
    assert_eq!(status(&ruled, &[]), 0, "the control lowers it");
    let text = include_str!("harm/shift.tm");
    let signed = format!(
        "{text}accept long-shift on planner -> hand {{ because: \"One week.\", by: \"Head of depot\" }}\n"
    );
    assert_eq!(status(&World::new().write("shift.tm", signed), &[]), 0, "somebody signed for it");
}

/// Nobody attacks, so the place where calls come from is no attacker's: what helps a person counts with that person.
#[test]
fn a_control_counts_with_the_people() {
    let residual = |w: &World| {
        let report = json(&built(w, "json", "shift.json"));
        let threat = report["threats"].as_array().unwrap().iter().find(|t| t["id"] == ID).unwrap().clone();
        threat["residual"]["likelihood"].as_u64().unwrap()
    };
    let text = include_str!("harm/shift.tm");
    let helped = text.replace(
        "plan_reader hand \"Hand-held\"",
        "plan_reader hand \"Hand-held\" { controls: [rest_rule] }",
    );
    assert_ne!(helped, text);
    let attack = helped.replace("harm: safety", "stride: denial_of_service");
    let at = |text: &str| residual(&World::new().write("shift.tm", text));
    assert_eq!(at(&helped), 1);
    assert_eq!(at(&attack), 4, "where an attack starts, a control protects nobody");
}

#[test]
fn its_impact_moves_by_how_much_a_wrong_value_does() {
    let impact = |w: &World| {
        let report = json(&built(w, "json", "shift.json"));
        let threat = report["threats"].as_array().unwrap().iter().find(|t| t["id"] == ID).unwrap().clone();
        threat["impact"].as_u64().unwrap()
    };
    assert_eq!(impact(&shift()), 5);
    assert_eq!(impact(&changed("integrity: high", "integrity: low")), 3);
    assert_eq!(
        impact(&changed("integrity: high", "class: secret")),
        4,
        "a secret hurts nobody who is driving"
    );
}

#[test]
fn explain_catalog_and_status_know_the_family() {
    let world = shift();
    let rule = world.run(&["explain", "long-shift", "shift.tm"]);
    assert!(rule.out.contains("  Harm:        Safety and environmental impact\n"), "{}", rule.out);
    let threat = world.run(&["explain", ID, "shift.tm"]);
    assert!(threat.out.contains("Harm: Safety and environmental impact\n"), "{}", threat.out);
    let status = world.run(&["status", "shift.tm"]);
    assert!(status.out.contains("H harm to people."), "{}", status.out);
    let row = status.out.lines().find(|l| l.contains("planner->hand (1)")).unwrap();
    assert!(row.trim_end().ends_with('1') && row.split_whitespace().count() == 9, "{row}");

    let all = |f: &[&str]| -> Vec<String> {
        let ran = world.run(&[&["catalog", "--only", "threats"], f].concat());
        let names =
            ran.out.lines().filter_map(|l| l.strip_prefix("  ")).filter_map(|l| l.split_whitespace().next());
        names.map(str::to_owned).collect()
    };
    let (harm, stride, both) = (all(&["--family", "harm"]), all(&["--family", "stride"]), all(&[]));
    assert!(harm.len() >= 6 && harm.contains(&"unsafe-decision".to_owned()), "{harm:?}");
    assert_eq!(harm.len() + stride.len(), both.len());
    assert!(!stride.iter().any(|n| harm.contains(n)));
}
