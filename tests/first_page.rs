//! The first page and what it is made of: owners, who has to act, what changed since a baseline; the parts
//! that are AI, and why nothing was found.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use world::World;

const MODEL: &str = r#"
model "Desk" { owner: "Head of desk", appetite: low, review: every 3 months }
anonymous_user guest "Guest"
model_provider far "Far model"
boundary room "Room" {
  trust: internal
  owner: "Room team"
  gateway door "Door"
  agent clerk "Clerk" { owner: "Clerk team", autonomous: false }
  tool press "Press"
  rag_store shelf "Shelf" { stores: [notes] }
  log_store cellar "Cellar" { scope: out, because: "Looked at elsewhere." }
}
documents notes "Notes" { class: confidential }
prompts ask "Questions" { personal: true }
answers say "Answers" { from: [ask, notes] }
guest -> door { sends: [ask], returns: [say] }
door -> clerk { sends: [ask], returns: [say] }
clerk -> shelf { sends: [ask], returns: [notes], owner: "Shelf team" }
clerk -> press { sends: [say] }
clerk -> far { sends: [ask, notes], returns: [say] }
clerk -> cellar { writes: [say] }
control lid: prompt_guard "Lid" { on: [guest -> door], status: planned, due: 2027-01-10, owner: "Lid maker" }
accept provider-retention on far { because: "Contract.", by: "CISO", at: high, until: 2026-11-01 }
mitigate inference-flood on guest -> door { with: [rate_limit], owner: "Night shift", due: 2026-12-24 }
question "Who sweeps?" { owner: "Caretaker", due: 2026-10-01 }
assumption "Nobody climbs." {}
reviewed 2026-10-01 {}
"#;

fn build(w: &World, more: &[&str]) -> (Value, String) {
    let mut call = vec!["build", "m.tm", "--format", "json,html,md", "--today", "2026-12-01"];
    call.extend(more);
    let ran = w.run(&call);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let read = |end: &str| fs::read_to_string(w.path().join("out").join(format!("m.{end}"))).unwrap();
    (serde_json::from_str(&read("json")).unwrap(), read("html"))
}

fn list<'v>(value: &'v Value, name: &str) -> &'v Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} in {value}"))
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect()
}

/// The first statement that names somebody decides: response, planned control, flow, element, boundary, model.
#[test]
fn a_threat_has_one_owner() {
    let w = World::new().write("m.tm", MODEL);
    let (json, _) = build(&w, &[]);
    let mut seen: BTreeMap<&str, Vec<(String, &str)>> = BTreeMap::new();
    for t in list(&json, "threats") {
        let (of, name) = (t["owner"]["of"].as_str().unwrap(), t["owner"]["name"].as_str().unwrap());
        let target = t["target"].as_str().unwrap().to_owned();
        seen.entry(of).or_default().push((target, name));
        match (of, t["target"].as_str().unwrap()) {
            ("response", _) => assert!(["CISO", "Night shift"].contains(&name), "{t}"),
            ("control", "guest->door") => assert_eq!(name, "Lid maker"),
            ("flow", "clerk->shelf") => assert_eq!(name, "Shelf team"),
            ("element", "clerk" | "door->clerk" | "clerk->far") => assert_eq!(name, "Clerk team"),
            ("boundary", _) => assert_eq!(name, "Room team"),
            ("model", _) => assert_eq!(name, "Head of desk"),
            other => panic!("{other:?}: {t}"),
        }
    }
    for of in ["response", "control", "flow", "element", "boundary", "model"] {
        assert!(seen.contains_key(of), "{of}: {seen:?}");
    }
    assert_eq!(json["summary"]["unowned"], 0);
}

/// What nobody owns says so, on the page too.
#[test]
fn nobody_is_said_plainly() {
    let plain = "anonymous_user guest \"Guest\"\nboundary zone \"Zone\" { trust: internal\n agent clerk \"Clerk\" }\n\
                 guest -> clerk { sends: [ask], returns: [say] }\nprompts ask {}\nanswers say {}\n";
    let w = World::new().write("m.tm", plain);
    let (json, page) = build(&w, &[]);
    assert_eq!(json["summary"]["unowned"], json["summary"]["unsettled"]);
    assert!(json["summary"]["unowned"].as_u64().unwrap() > 0);
    assert!(page.contains("<strong>Nobody owns it.</strong>") && page.contains("<em>nobody</em>"));
    assert!(page.contains("<li>Owner: nobody</li>") && page.contains("<li>Never reviewed</li>"));
    assert_eq!(json["duties"][0]["owner"], Value::Null);
}

/// Everything that somebody has to do stands at exactly one name, what is overdue first.
#[test]
fn duties_hold_everything_once() {
    let w = World::new().write("m.tm", MODEL);
    let (json, page) = build(&w, &[]);
    let duties = list(&json, "duties");
    let sum = |field: &str| duties.iter().map(|d| list(d, field).len()).sum::<usize>();
    assert_eq!(sum("threats") as u64, json["summary"]["by_status"]["open"].as_u64().unwrap());
    assert_eq!(sum("controls") as u64, json["summary"]["controls_planned"].as_u64().unwrap());
    assert_eq!(sum("questions") as u64, json["summary"]["unanswered"].as_u64().unwrap());
    assert_eq!(sum("assumptions") as u64, json["summary"]["unconfirmed"].as_u64().unwrap());
    assert_eq!((sum("acceptances"), sum("responses")), (1, 1));
    let who: Vec<&str> = duties.iter().map(|d| d["owner"].as_str().unwrap()).collect();
    // Overdue: a question of October, an acceptance of November. Then by day.
    assert_eq!(who[..5], ["Caretaker", "CISO", "Night shift", "Head of desk", "Lid maker"], "{duties:#?}");
    assert_eq!(duties[0]["next"]["overdue"], true);
    assert_eq!(
        (&duties[1]["next"]["what"], &duties[1]["next"]["date"]),
        (&"acceptance".into(), &"2026-11-01".into())
    );
    let first = page.split("<main").next().unwrap();
    for name in who {
        assert!(first.contains(name), "{name}");
    }
    assert!(first.contains("overdue: 2026-10-01") && first.contains("1 control to build: Lid"));
    assert!(first.contains("data-filter=\"owner=Clerk%20team&amp;status=open\""));
}

/// The page of a model that did not change says nothing is new; each sort of change has its line.
#[test]
fn what_changed_since_a_baseline_is_on_the_first_page() {
    let w = World::new().write("m.tm", MODEL);
    let (json, page) = build(&w, &[]);
    assert_eq!(json["since"], Value::Null);
    assert!(!page.contains("Since the baseline"));
    assert_eq!(w.run(&["check", "m.tm", "--write-baseline", "b.json", "--today", "2026-12-01"]).status, 0);
    let (json, page) = build(&w, &["--baseline", "b.json"]);
    assert_eq!(json["since"]["known"], json["summary"]["unsettled"]);
    assert!(page.contains("Nothing changed in the open and planned threats."));

    // The wall goes up between guest and door, the far model is let go, and a door to the street is opened.
    let changed = MODEL
        .replace("guest -> door { sends", "guest -> door { controls: [tls, auth, rate_limit], sends")
        .replace("clerk -> far { sends: [ask, notes], returns: [say] }", "")
        .replace("model_provider far \"Far model\"", "")
        .replace("accept provider-retention on far { because: \"Contract.\", by: \"CISO\", at: high, until: 2026-11-01 }", "")
        + "public_web street \"Street\"\nclerk -> street { returns: [pages] }\ndocuments pages \"Pages\" {}\n";
    fs::write(w.path().join("m.tm"), changed).unwrap();
    let (json, page) = build(&w, &["--baseline", "b.json"]);
    let since = &json["since"];
    let ids = |what: &str| list(since, what).iter().map(|t| t["id"].as_str().unwrap()).collect::<Vec<_>>();
    assert!(ids("new").iter().any(|id| id.ends_with("@clerk->street")), "{since:#}");
    assert!(ids("closed").iter().any(|id| id.ends_with("@clerk->far")), "{since:#}");
    assert!(ids("closed").iter().any(|id| id.ends_with("@guest->door")), "{since:#}");
    for t in list(since, "new") {
        assert!(!strings(&t["because"]).is_empty() && t["before"].is_null(), "{t}");
    }
    // The same numbers as the gate's.
    let checked = w.run(&["check", "m.tm", "--baseline", "b.json", "--today", "2026-12-01"]);
    let new = ids("new").len() + ids("worse").len();
    let said = format!("{new} new, {} closed, {} known", ids("closed").len(), since["known"]);
    assert!(checked.out.contains(&said) || checked.err.contains(&said), "{said}\n{}", checked.out);
    let first = page.split("<main").next().unwrap();
    assert!(first.contains(&format!("New ({})", ids("new").len())));
    assert!(first.contains(&format!("Closed ({})", ids("closed").len())));
    assert!(first.contains("does not arise any more"));
}

#[test]
fn a_baseline_that_is_none_writes_nothing() {
    let w = World::new().write("m.tm", MODEL).write("not.json", "{}");
    w.run(&["build", "m.tm", "--baseline", "not.json"]).fails_with(&["`not.json` is not a baseline"]);
    w.run(&["build", "m.tm", "--baseline", "gone.json"]).fails_with(&["`gone.json` can't be read"]);
    assert!(!w.path().join("out").exists());
}

/// The digest is what `sha256sum` prints, of several files of its lines.
#[test]
fn the_digest_can_be_checked() {
    let sha = |text: &str| Sha256::digest(text).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let w = World::new().write("m.tm", MODEL);
    let (json, page) = build(&w, &[]);
    assert_eq!(json["model"]["digest"], sha(MODEL));
    assert!(page.contains(&format!("<code>{}</code>", &sha(MODEL)[..12])));
    let other = "anonymous_user crowd \"Crowd\"\n";
    let both = format!("import \"other.tm\"\n{MODEL}");
    let w = World::new().write("m.tm", &both).write("other.tm", other);
    let (json, _) = build(&w, &[]);
    assert_eq!(json["model"]["digest"], sha(&format!("{}  m.tm\n{}  other.tm\n", sha(&both), sha(other))));
}

/// Each element and letter has a threat that counts or one reason why not, and so has each flow.
#[test]
fn every_blank_has_one_reason() {
    let mut seen = BTreeMap::new();
    let mut texts: Vec<String> =
        vec![MODEL.to_owned(), format!("{MODEL}off boundary-elevation {{ because: \"x\" }}\n")];
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "tm") {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    assert!(texts.len() > 6);
    for text in texts {
        let w = World::new().write("m.tm", &text);
        let ran = w.run(&["build", "m.tm", "--format", "json", "--today", "2026-12-01"]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let json: Value =
            serde_json::from_str(&fs::read_to_string(w.path().join("out/m.json")).unwrap()).unwrap();
        let mut reasons: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for blank in list(&json, "blanks") {
            for part in list(blank, "parts") {
                let key =
                    (part["id"].as_str().unwrap().to_owned(), blank["stride"].as_str().unwrap().to_owned());
                reasons.entry(key).or_default().push(blank["because"].as_str().unwrap().to_owned());
            }
        }
        let letters: Vec<&str> =
            list(&json["summary"], "stride").iter().map(|s| s["stride"].as_str().unwrap()).collect();
        let parts = list(&json, "elements").iter().chain(list(&json, "flows"));
        for part in parts {
            let id = part["id"].as_str().unwrap();
            for letter in &letters {
                let here = |t: &&Value| t["target"] == id && strings(&t["stride"]).contains(letter);
                let counts = |t: &Value| !["dismissed", "refined"].contains(&t["status"].as_str().unwrap());
                let found = list(&json, "threats").iter().filter(here).any(counts);
                let why = reasons.get(&(id.to_owned(), (*letter).to_owned())).map_or(0, Vec::len);
                assert_eq!(why, usize::from(!found), "{id} {letter}");
            }
        }
        for reason in reasons.into_values().flatten() {
            *seen.entry(reason).or_insert(0) += 1;
        }
    }
    for reason in ["out_of_scope", "set_aside", "no_rule", "no_crossing", "not_drawn"] {
        assert!(seen.contains_key(reason), "{reason}: {seen:?}");
    }
}

/// Models, data sets, prompts, agents and tools are known by what their kinds stand under.
#[test]
fn the_inventory_names_what_is_ai() {
    let w = World::new().write("m.tm", MODEL);
    let (json, page) = build(&w, &[]);
    let found: Vec<(&str, &str)> = list(&json, "inventory")
        .iter()
        .map(|p| (p["part"]["id"].as_str().unwrap(), p["role"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [("far", "model"), ("shelf", "data_set"), ("ask", "prompt"), ("clerk", "agent"), ("press", "tool")]
    );
    assert_eq!(list(&json, "inventory")[3]["autonomous"], false);
    assert!(page.contains("follows a fixed plan, or a person decides"));
    assert!(page.contains("Looked at elsewhere."), "what is out of scope says why");
}

/// A second place of one threat tells little: three rules are named, each with the number of its other places.
#[test]
fn the_worst_are_of_different_rules() {
    let plain = "model \"Hall\" { appetite: low }\nanonymous_user guest \"Guest\"\n\
                 boundary hall \"Hall\" { trust: internal\n llm one \"One\"\n llm two \"Two\"\n llm three \"Three\"\n\
                 llm four \"Four\"\n llm five \"Five\" }\nprompts ask {}\nanswers say {}\n"
        .to_owned();
    let flows: String = ["one", "two", "three", "four", "five"]
        .iter()
        .map(|e| format!("guest -> {e} {{ sends: [ask], returns: [say] }}\n"))
        .collect();
    let w = World::new().write("m.tm", &(plain + &flows));
    let (json, page) = build(&w, &[]);
    let unsettled: Vec<&Value> = list(&json, "threats")
        .iter()
        .filter(|t| ["open", "planned"].contains(&t["status"].as_str().unwrap()))
        .collect();
    let rule = |t: &Value| t["rule"].as_str().unwrap().to_owned();
    assert_eq!(rule(unsettled[0]), rule(unsettled[1]), "else this shows nothing");
    let mut rules: Vec<String> = Vec::new();
    for t in &unsettled {
        if !rules.contains(&rule(t)) {
            rules.push(rule(t));
        }
    }
    let worst = strings(&json["summary"]["worst"]);
    let markdown = fs::read_to_string(w.path().join("out/m.md")).unwrap();
    let first = page.split("<main").next().unwrap();
    assert_eq!(worst.len(), 3);
    for (id, rule_id) in worst.iter().zip(&rules) {
        let of: Vec<&&Value> = unsettled.iter().filter(|t| rule(t) == *rule_id).collect();
        assert_eq!(of[0]["id"], *id, "the worst place of the rule");
        let more = of.len() - 1;
        assert!(more > 0);
        let told = format!("q={rule_id}@&amp;status=unsettled\">and at {more} more place");
        assert!(first.contains(&told), "{told}");
        let line = markdown.lines().find(|l| l.contains(&format!("#{})", of[0]["slug"].as_str().unwrap())));
        assert!(line.unwrap().contains(&format!("and at {more} more place")), "{line:?}");
    }

    // Two rules: the one that stands at more places has two lines, and says the rest at the second.
    let off: Vec<String> = rules[2..].iter().map(|r| format!("off {r} {{ because: \"x\" }}\n")).collect();
    let text = fs::read_to_string(w.path().join("m.tm")).unwrap() + &off.concat();
    fs::write(w.path().join("m.tm"), text).unwrap();
    let (json, page) = build(&w, &[]);
    let worst = strings(&json["summary"]["worst"]);
    let of = |id: &str| id.split('@').next().unwrap().to_owned();
    let named: std::collections::BTreeSet<String> = worst.iter().map(|id| of(id)).collect();
    assert_eq!((worst.len(), named.len()), (3, 2), "{worst:?}");
    let told: usize = page
        .split("<main")
        .next()
        .unwrap()
        .split(">and at ")
        .skip(1)
        .map(|rest| rest.split(' ').next().unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(told + 3, json["summary"]["unsettled"].as_u64().unwrap() as usize);
}

/// The numbers of the first page lead to what they count.
#[test]
fn the_first_page_decides() {
    let w = World::new().write("m.tm", MODEL);
    let (json, page) = build(&w, &[]);
    let first = page.split("<main").next().unwrap();
    let worst = strings(&json["summary"]["worst"]);
    assert_eq!(worst.len(), 3);
    for id in worst {
        let t = list(&json, "threats").iter().find(|t| t["id"] == id).unwrap();
        let link = format!("<a href=\"#{}\">", t["slug"].as_str().unwrap());
        assert!(first.contains(&link) && first.contains(t["owner"]["name"].as_str().unwrap()), "{id}");
    }
    assert!(first.contains("Above the appetite, which is low: "));
    assert!(first.contains("not yet confirmed"));
    let cells: Vec<&str> =
        first.split("href=\"#cell_").skip(1).map(|r| r.split('"').next().unwrap()).collect();
    assert!(
        cells.iter().any(|c| c.starts_with("inherent")) && cells.iter().any(|c| c.starts_with("residual"))
    );
    for cell in cells {
        assert!(page.contains(&format!("<dt id=\"cell_{cell}\">")), "{cell}");
    }
    // Cards before the appendix are those of the first page.
    let body = page.split("<section id=\"appendix\"").next().unwrap();
    assert_eq!(body.matches("<details class=\"card ").count(), 3);
    assert_eq!(page.matches("<details class=\"card ").count(), list(&json, "threats").len());
}
