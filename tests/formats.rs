//! `check --format json|github|sarif`: what other programs read, for good, bad and hostile models.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::io::Write as _;
use std::process::Stdio;

#[path = "support/world.rs"]
mod world;

use world::{Ran, World};

/// Two crossings with open threats, and a warning with a fix and a second place.
const OPEN: &str = "model \"Help desk\" { catalog: 2026.1 }\n\
prompts q { personal: true }\n\
anonymous_user visitor \"Besucher 👋\"\n\
boundary b { trust: internal\n  llm chat\n}\n\
visitor -> chat \"question\" { sends: [q] }\n\
accept provider-retention on visitor -> chat { because: \"Ü\", by: \"CISO\" }\n";

/// Three errors: one with a fix, one with two places, and one behind letters outside of the basic plane.
const BAD: &str =
    "gatewya a\nboundary b {\n  database a\n}\ndatabase store { about: \"👋👋\", class: secret }\n";

/// Texts that would end a command, a line, a string or a message in any format.
const HOSTILE: &str = "database \"a\"\n\
database d { about: \"x\" }\n\
dismiss rag-poison on d { because: \"y\", by: \"%0A::error::owned\\n::error file=x::owned\\u{1b}[31m\" }\n\
question \"[click](http://evil.example) {0} \\\"quoted\\\" \\\\ ::warning::x\" { about: [nobody::x] }\n\
require auth on d { because: \"line\\n::error title=owned::[a](b) 100%, a:b\\n\u{1b}]0;t\u{7}\u{202e}\" }\n";

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}\n{}", ran.out, ran.err))
}

#[track_caller]
fn valid(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let wrong: Vec<String> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn check_schema() -> Value {
    json(&World::new().run(&["export", "--schema", "check"]))
}

fn sarif_schema() -> Value {
    serde_json::from_str(include_str!("sarif/sarif-2.1.0.schema.json")).unwrap()
}

#[test]
fn json_has_everything_and_fits_its_schema() {
    let schema = check_schema();
    let world = World::new().write("open.tm", OPEN).write("bad.tm", BAD);
    let ran = world.run(&["check", "open.tm", "bad.tm", "--format", "json", "--fail-on", "high"]);
    let value = json(&ran);
    valid(&schema, &value);
    assert_eq!((ran.status, &value["status"]), (2, &Value::from(2)));
    assert!(ran.err.is_empty(), "{}", ran.err);

    let open = &value["models"][0];
    assert_eq!(open["file"], "open.tm");
    assert_eq!(open["summary"]["title"], "Help desk");
    assert_eq!(open["summary"]["crossings"], 1);
    let counts = &open["summary"]["by_severity"];
    let sum: u64 = ["critical", "high", "medium", "low"].iter().map(|s| counts[s].as_u64().unwrap()).sum();
    assert_eq!(open["summary"]["open"], sum);
    assert_eq!(open["gate"]["met"], false);
    let worst = &open["gate"]["threats"][0];
    assert!(worst["id"].as_str().unwrap().contains("@visitor->chat"), "{worst}");
    assert_eq!((&worst["file"], &worst["line"], &worst["column"]), (&"open.tm".into(), &7.into(), &1.into()));
    let stale = &open["diagnostics"][0];
    assert_eq!((&stale["code"], &stale["severity"]), (&"stale-response".into(), &"warning".into()));
    assert_eq!((&stale["line"], &stale["column"], &stale["end_line"]), (&8.into(), &1.into(), &8.into()));

    let bad = &value["models"][1];
    assert_eq!((&bad["summary"], &bad["gate"]["met"]), (&Value::Null, &Value::Null));
    let codes: Vec<&str> =
        bad["diagnostics"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["unknown-word", "duplicate-name", "unknown-property"]);
    let edit = &bad["diagnostics"][0]["fix"]["edits"][0];
    assert_eq!((&edit["start"], &edit["end"], &edit["text"]), (&0.into(), &7.into(), &"gateway".into()));
    assert_eq!(bad["diagnostics"][1]["labels"][0]["line"], 1);
    // Columns count characters: two of them stand for eight bytes.
    assert_eq!(bad["diagnostics"][2]["column"], 31);
}

#[test]
fn the_exit_status_is_that_of_the_text() {
    let world = World::new()
        .write("open.tm", OPEN)
        .write("bad.tm", BAD)
        .write("house.tm", format!("{OPEN}require auth on any llm {{ because: \"7.\" }}\n"))
        .write("empty.tm", "");
    let calls: [&[&str]; 6] = [
        &["open.tm"],
        &["open.tm", "--fail-on", "critical"],
        &["house.tm"],
        &["bad.tm"],
        &["empty.tm"],
        &["open.tm", "none.tm"],
    ];
    for call in calls {
        let with = |format: &str| world.run(&[&["check", "--format", format][..], call].concat()).status;
        let text = with("text");
        for format in ["json", "github", "sarif"] {
            assert_eq!(with(format), text, "{format} {call:?}");
        }
    }
}

#[test]
fn sarif_fits_the_standards_schema() {
    let world =
        World::new().write("my models/open.tm", OPEN).write("my models/bad.tm", BAD).write("empty.tm", "");
    let ran = world.run(&["check", "my models/open.tm", "my models/bad.tm", "empty.tm", "--format", "sarif"]);
    let value = json(&ran);
    valid(&sarif_schema(), &value);
    let run = &value["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for r in results {
        let rule = &rules[usize::try_from(r["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], r["ruleId"]);
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().unwrap().len() > 10, "{rule}");
        }
        assert_eq!(r["locations"].as_array().unwrap().len(), 1, "{r}");
    }
    let of = |rule: &str| results.iter().find(|r| r["ruleId"] == rule).unwrap_or_else(|| panic!("{rule}"));
    let threat = of("threat/prompt-injection-direct");
    let place = &threat["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "my%20models/open.tm");
    assert_eq!(place["region"]["startLine"], 7);
    // Two characters outside of the basic plane are four code units.
    let region = &of("unknown-property")["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&5.into(), &33.into()));
    let change = &of("unknown-word")["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "my%20models/bad.tm");
    assert_eq!(change["replacements"][0]["deletedRegion"]["endColumn"], 8);
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "gateway");
    assert_eq!(of("duplicate-name")["relatedLocations"][0]["message"]["text"], "first here");
    assert_eq!(of("empty-model")["level"], "warning");
}

#[test]
fn threats_of_one_name_keep_their_own_rules_in_sarif() {
    let own = |name: &str, title: &str| {
        format!(
            "llm chat\nthreat {name} \"{title}\" {{\n  stride: tampering\n  on: llm\n  likelihood: 4\n  impact: 4\n  \
             scenario: \"[t](http://evil.example) {{element}}\"\n  mitigation: \"None\"\n}}\n"
        )
    };
    let world = World::new()
        .write("a.tm", own("no-edition", "One"))
        .write("b.tm", own("no-edition", "Other"))
        .write("c.tm", own("no-edition", "One"));
    let log = json(&world.run(&["check", "a.tm", "b.tm", "c.tm", "--format", "sarif"]));
    valid(&sarif_schema(), &log);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    let of = |file: &str| {
        let own = results.iter().find(|r| {
            let place = &r["locations"][0]["physicalLocation"];
            r["ruleId"].as_str().unwrap().starts_with("threat/no-edition")
                && place["artifactLocation"]["uri"] == file
        });
        let rule = &rules[usize::try_from(own.unwrap()["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], own.unwrap()["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().contains("t]("), "{rule}");
        (
            rule["id"].as_str().unwrap().to_owned(),
            rule["shortDescription"]["text"].as_str().unwrap().to_owned(),
        )
    };
    assert_eq!(of("a.tm"), ("threat/no-edition".into(), "One".into()));
    assert_eq!(of("b.tm"), ("threat/no-edition/2".into(), "Other".into()));
    assert_eq!(of("c.tm"), of("a.tm"));
    // The code of that name has its own.
    let code = rules.iter().find(|r| r["id"] == "no-edition").unwrap();
    assert_ne!(code["shortDescription"]["text"], "One");
}

#[test]
fn a_broken_rule_of_the_house_is_shown_as_the_cause() {
    let rule = "require auth on any llm { because: \"Policy 7\" }\nrequire auth on any vector_store\n";
    let world = World::new().write("house.tm", format!("{OPEN}{rule}"));
    let ran = world.run(&["check", "house.tm", "--format", "json"]);
    let value = json(&ran);
    valid(&check_schema(), &value);
    let gate = &value["models"][0]["gate"];
    assert_eq!((ran.status, &gate["met"]), (1, &Value::from(false)));
    let broken = serde_json::json!([{ "control": "auth", "because": "Policy 7", "broken": ["chat"] }]);
    assert_eq!(gate["rules"], broken);

    let ran = world.run(&["check", "house.tm", "--format", "github"]);
    let errors: Vec<&str> = ran.out.lines().filter(|l| l.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 1, "{}", ran.out);
    assert!(errors[0].starts_with("::error file=house.tm,line=9,"), "{}", errors[0]);
    assert!(errors[0].contains("the gate is not met") && errors[0].contains("Policy 7"), "{}", errors[0]);
    assert!(errors[0].ends_with("%0Achat"), "{}", errors[0]);
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let prints = |text: String| -> Vec<String> {
        let world = World::new().write("m.tm", text);
        let value = json(&world.run(&["check", "m.tm", "--format", "sarif"]));
        let results = value["runs"][0]["results"].as_array().unwrap().clone();
        results
            .iter()
            .map(|r| r["partialFingerprints"]["trustline/v1"].as_str().unwrap().to_owned())
            .collect()
    };
    let (before, after) = (prints(OPEN.to_owned()), prints(format!("// new\n\n{OPEN}")));
    assert_eq!(before, after);
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len());
    // The same mistake twice on equal lines is two results.
    let twice =
        prints("boundary a {\n  gatewya x\n}\nboundary b {\n  gatewya y\n}\ngatewya z\ngatewya z2\n".into());
    assert_eq!(twice.len(), 4);
}

#[test]
fn absolute_paths_are_named_from_the_folder_of_the_call() {
    let world = World::new().write("a/bad.tm", BAD);
    let inside = world.path().canonicalize().unwrap().join("a/bad.tm");
    let uri = |value: &Value| {
        value["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].clone()
    };
    let here = json(&world.run(&["check", inside.to_str().unwrap(), "--format", "sarif"]));
    assert_eq!(uri(&here), serde_json::json!({ "uri": "a/bad.tm", "uriBaseId": "%SRCROOT%" }));
    let elsewhere = json(&World::new().run(&["check", inside.to_str().unwrap(), "--format", "sarif"]));
    assert_eq!(uri(&elsewhere)["uri"], format!("file://{}", inside.to_str().unwrap()));
}

#[test]
fn github_gets_one_command_a_line() {
    let world = World::new().write("open.tm", OPEN).write("bad.tm", BAD).write("empty.tm", "");
    let ran =
        world.run(&["check", "bad.tm", "open.tm", "empty.tm", "--format", "github", "--fail-on", "critical"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=bad.tm,line=1,endLine=1,col=1,endColumn=8,title=unknown-word::\
         `gatewya` is neither a statement word nor a kind%0ADid you mean `gateway`?"
    );
    assert!(lines.iter().all(|l| l.starts_with("::error ") || l.starts_with("::warning ")), "{}", ran.out);
    let gate = lines.iter().find(|l| l.contains("the gate is not met")).unwrap();
    assert!(gate.starts_with("::error file=open.tm,line=7,") && gate.contains("@visitor->chat"), "{gate}");
    assert!(
        lines.iter().any(|l| l.starts_with("::warning file=empty.tm,title=empty-model::")),
        "{}",
        ran.out
    );
}

#[test]
fn hostile_texts_stay_texts() {
    // Not all of it is well formed; what is well formed is checked on its own too.
    let good = "database d\nrequire auth on d { because: \"line\\n::error title=owned::[a](b) {0} 100%, a:b\\n\" }\n";
    for text in [HOSTILE, good] {
        let world = World::new().write("we,ird: 100% ::m.tm", text);
        let run = |format: &str| world.run(&["check", "we,ird: 100% ::m.tm", "--format", format]);
        valid(&check_schema(), &json(&run("json")));
        let sarif = json(&run("sarif"));
        valid(&sarif_schema(), &sarif);
        for r in sarif["runs"][0]["results"].as_array().unwrap() {
            let message = r["message"]["text"].as_str().unwrap();
            let left = message.replace("\\\\", "").replace("\\[", "").replace("\\]", "");
            assert!(!left.contains(['[', ']', '\\']), "a link: {message}");
            let left = message.replace("{{", "").replace("}}", "");
            assert!(!left.contains(['{', '}']), "a placeholder: {message}");
            let uri = &r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            assert_eq!(uri, "we%2Cird%3A%20100%25%20%3A%3Am.tm");
        }
        let github = run("github").out;
        for line in github.lines() {
            let file = "file=we%2Cird%3A 100%25 %3A%3Am.tm";
            assert!(line.starts_with("::") && line.contains(file), "{line:?}");
            assert!(!line.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{line:?}");
        }
    }
}

#[test]
fn standard_input_has_a_name() {
    let world = World::new();
    let mut child = world
        .command(&["check", "-", "--format", "sarif"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BAD.as_bytes()).unwrap();
    let ran = Ran::new(child.wait_with_output().unwrap());
    assert_eq!(ran.status, 2);
    valid(&sarif_schema(), &json(&ran));
}
