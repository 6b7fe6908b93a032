//! Frameworks on the command line: what `catalog` filters and covers, and what `explain` tells of entries.
//! The calls in tests/frameworks/*.txt do not hang on the catalog's threats; TRUSTLINE_BLESS=1 renews their
//! outputs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use trustline::catalog::{Catalog, Rule, edition, frameworks};
use world::{Ran, World};

fn run(arguments: &[&str]) -> Ran {
    World::new().run(arguments)
}

fn told(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

fn builtin() -> std::sync::Arc<Catalog> {
    edition(None).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let value: Value = serde_json::from_str(&told(arguments)).unwrap();
    let schema: Value = serde_json::from_str(&told(&["export", "--schema", "catalog"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> =
        validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(wrong.is_empty(), "{arguments:?}: {wrong:#?}");
    value
}

/// The names of the threats that a call lists, by its JSON, which must list the same as its text.
fn threats(arguments: &[&str]) -> Vec<String> {
    let arguments = [&["catalog"], arguments].concat();
    let value = json(&[arguments.as_slice(), &["--format", "json"]].concat());
    let text = told(&arguments);
    let names: Vec<String> =
        value["threats"].as_array().unwrap().iter().map(|t| t["name"].as_str().unwrap().to_owned()).collect();
    for name in &names {
        assert!(text.lines().any(|l| l.split_whitespace().next() == Some(name)), "{name}:\n{text}");
    }
    names
}

fn of(catalog: &Catalog, fits: impl Fn(&Rule) -> bool) -> Vec<String> {
    catalog.rules.iter().filter(|r| fits(r)).map(|r| r.name.clone()).collect()
}

#[test]
fn calls_say_what_their_files_say() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks");
    let mut seen = 0;
    for file in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        let call = text.lines().next().and_then(|l| l.strip_prefix("$ trustline ")).unwrap();
        let ran = run(&call.split(' ').collect::<Vec<_>>());
        let now = format!("$ trustline {call}\n{}{}[{}]\n", ran.out, ran.err, ran.status);
        if std::env::var_os("TRUSTLINE_BLESS").is_some() {
            fs::write(&file, now).unwrap();
        } else {
            assert_eq!(text, now, "{}: renew it with TRUSTLINE_BLESS=1", file.display());
        }
        seen += 1;
    }
    assert!(seen >= 10, "{seen}");
}

#[test]
fn each_filter_lists_what_it_names() {
    let c = builtin();
    let refers = |r: &Rule, f: &str, id: &str| r.refs.iter().any(|x| x.framework == f && x.id == id);
    assert_eq!(threats(&["--ref", "owasp-llm-2026:LLM01"]), of(&c, |r| refers(r, "owasp-llm-2026", "LLM01")));
    assert_eq!(threats(&["--ref", "garak"]), of(&c, |r| r.test.iter().any(|t| t.framework == "garak")));
    for letter in ["E", "e", "elevation_of_privilege"] {
        assert_eq!(threats(&["--stride", letter]), of(&c, |r| r.stride.iter().any(|s| s.letter() == 'E')));
    }
    assert_eq!(
        threats(&["--phase", "development", "--only", "threats"]),
        of(&c, |r| r.phase.iter().any(|p| p == "development"))
    );
    assert_eq!(
        threats(&["--layer", "observability", "--stride", "R"]),
        of(&c, |r| r.layer.as_deref() == Some("observability") && r.stride.iter().any(|s| s.letter() == 'R'))
    );
    assert_eq!(threats(&["--family", "harm"]), of(&c, |r| r.harm.is_some()));
    let kind = threats(&["--kind", "agent"]);
    assert!(kind.contains(&"excessive-agency".to_owned()) && kind.len() < c.rules.len(), "{kind:?}");
    // Controls refer to entries, too.
    let value = json(&["catalog", "--ref", "atlas:AML.M0019", "--format", "json"]);
    assert!(value["controls"].as_array().unwrap().iter().any(|c| c["name"] == "auth"), "{value}");
    let entry =
        value["controls"][0]["refs"].as_array().unwrap().iter().find(|e| e["id"] == "AML.M0019").unwrap();
    assert_eq!((&entry["edition"], &entry["sort"]), (&"5.6, 2026.09".into(), &"mitigation".into()));
}

#[test]
fn the_whole_catalog_as_json_fits_its_schema() {
    let c = builtin();
    let value = json(&["catalog", "--format", "json"]);
    let many = |field: &str| value[field].as_array().unwrap().len();
    assert_eq!(many("threats"), c.rules.len());
    assert_eq!(many("controls"), c.controls.len());
    assert_eq!(many("kinds") + many("data"), c.kinds.len());
    assert_eq!(many("frameworks"), frameworks::frameworks().count());
}

#[test]
fn coverage_counts_every_framework_and_shows_every_entry() {
    let text = told(&["catalog", "--coverage"]);
    let value = json(&["catalog", "--coverage", "--format", "json"]);
    let all = value["coverage"].as_array().unwrap();
    assert_eq!(all.len(), frameworks::frameworks().count());
    for f in all {
        let prefix = f["prefix"].as_str().unwrap();
        let numbers = format!("{} of {}", f["covered"], f["all"]);
        let line = text.lines().find(|l| l.split_whitespace().next() == Some(prefix)).unwrap();
        assert!(line.contains(&numbers), "{line}");
        assert!(f.get("entries").is_none());
    }
    for prefix in ["owasp-llm-2026", "atlas", "aidefend", "garak", "stride"] {
        let text = told(&["catalog", "--coverage", prefix]);
        let value = json(&["catalog", "--coverage", prefix, "--format", "json"]);
        let entries = value["coverage"][0]["entries"].as_array().unwrap();
        assert_eq!(entries.len(), frameworks::entries(prefix).count());
        for e in entries {
            let id = format!("{prefix}:{}", e["id"].as_str().unwrap());
            let line = text.lines().find(|l| l.split_whitespace().nth(1) == Some(id.as_str())).unwrap();
            let sign = match e["standing"].as_str().unwrap() {
                "covered" | "through" => "  + ",
                "excepted" => "  - ",
                _ => "  ? ",
            };
            assert!(line.starts_with(sign), "{line} {e}");
        }
    }
    let llm01 = told(&["catalog", "--coverage", "owasp-llm-2026"]);
    assert!(llm01.contains("owasp-llm-2026:LLM01  Prompt Injection\n      threats: "), "{llm01}");
    let atlas = told(&["catalog", "--coverage", "atlas"]);
    assert!(atlas.contains("- atlas:AML.T0001  Search Open AI Vulnerability Analysis"), "{atlas}");
    assert!(atlas.contains("The attacker looks around outside"), "{atlas}");
    assert!(atlas.contains("(2026.09)") && atlas.contains("\n\nTactic: "), "{atlas}");
}

#[test]
fn every_entry_of_every_framework_is_explained() {
    let world = World::new();
    // One of each sort of each table, which go the same way as the others.
    let mut seen = std::collections::BTreeSet::new();
    for e in frameworks::frameworks().flat_map(|f| frameworks::entries(f.prefix)) {
        if seen.insert((e.framework.prefix, e.sort)) {
            let id = format!("{}:{}", e.framework.prefix, e.id);
            let ran = world.run(&["explain", &id]);
            let head = format!("{id} ({} of {}, {})\n{}\n", e.sort, e.framework.title, e.edition, e.name);
            assert!(ran.status == 0 && ran.out.starts_with(&head), "{}{}", ran.out, ran.err);
        }
    }
    assert!(seen.len() > 45, "{}", seen.len());
    for f in frameworks::frameworks() {
        let out = told(&["explain", f.prefix]);
        assert!(out.contains(&format!("{}, {}\n{}\n", f.title, f.edition, f.url)), "{out}");
    }
}

const OWN: &str = r#"model "M" { catalog: 2026.1 }
threat asked-too-much "Somebody asks too much" {
  stride: tampering, on: flow, likelihood: 3, impact: 3, phase: runtime, layer: foundation_models
  when: moves prompts and (receiver reaches llm or receiver reaches agent) and not crosses down
  scenario: "{sender} asks.", mitigation: "Ask less."
  test: [garak:promptinject]
  refs: [atlas:AML.T0051.000, owasp-agentic:T6]
}
llm a
"#;

#[test]
fn a_threat_is_explained_with_all_that_is_known_of_it() {
    // A threat of a model's own, so that the catalog's may change.
    let world = World::new().write("m.tm", OWN);
    let ran = world.run(&["explain", "asked-too-much", "m.tm"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let out = ran.out;
    for says in [
        "asked-too-much (threat)\nSomebody asks too much\n",
        "  STRIDE:      Tampering\n  phase:       runtime\n  layer:       foundation models (MAESTRO)\n",
        "  arises on:   flows\n  when:        moves prompts and (receiver reaches llm or receiver reaches agent)",
        "What the condition asks:\n  moves prompts\n      data of the kind prompts is moved\n",
        "  receiver reaches llm, receiver reaches agent\n      calls of who gets lead to a part of the kind language model or agent, or\n      who gets is one\n",
        "  not crosses down\n      what is moved does not go to a part that is trusted less\n",
        "Try it with:\n  garak, 0.16\n    garak:promptinject  probes.promptinject\n      garak --target_type TYPE",
        "References:\n  MITRE ATLAS, 5.6, 2026.09\n    atlas:AML.T0051.000  LLM Prompt Injection: Direct\n",
        "      https://atlas.mitre.org/techniques/AML.T0051.000\n",
        "  OWASP Agentic Applications: Top 10, and Threats and Mitigations, 1.1\n    owasp-agentic:T6",
        "Cases of ATLAS in which its techniques were seen:\n  atlas:AML.CS",
    ] {
        assert!(out.contains(says), "`{says}` is not in:\n{out}");
    }
    let entry = told(&["explain", "owasp-llm-2026:LLM01"]);
    let rules = of(&builtin(), |r| r.refs.iter().any(|x| x.framework == "owasp-llm-2026" && x.id == "LLM01"));
    assert!(rules.len() > 2);
    for r in &rules {
        assert!(entry.contains(&format!("\n  {r} ")), "{r}:\n{entry}");
    }
    // A case that was seen names the threats by which it would have been found.
    let case = told(&["explain", "atlas:AML.CS0041"]);
    assert!(case.contains("atlas:AML.T0051.000  LLM Prompt Injection: Direct (technique)"), "{case}");
    let (_, would) = case.split_once("Threats that refer to what it shows:").unwrap();
    assert!(would.contains("\n  prompt-injection-direct "), "{case}");
    // The bare id of an entry is enough; every list that has it answers.
    let bare = told(&["explain", "LLM01"]);
    assert!(bare.contains("owasp-llm-2025:LLM01 (") && bare.contains("owasp-llm-2026:LLM01 ("), "{bare}");
}

#[test]
fn what_is_unknown_is_told_with_the_nearest_name() {
    for (call, says) in [
        (
            &["catalog", "--coverage", "owasp-llm-2062"][..],
            &["no framework or tool `owasp-llm-2062`", "`owasp-llm-2026`"][..],
        ),
        (&["catalog", "--coverage", "zzzzzz"], &["`trustline catalog --only frameworks`"]),
        (
            &["catalog", "--ref", "atlas:AML.T9999"],
            &["MITRE ATLAS has no entry `AML.T9999`", "did you mean `atlas:AML.T"],
        ),
        (&["catalog", "--ref", "atlsa"], &["did you mean `atlas`?"]),
        (&["catalog", "--kind", "agnet"], &["no kind `agnet`", "`agent`"]),
        (&["catalog", "--stride", "X"], &["S (spoofing)"]),
        (&["catalog", "--phase", "runtme"], &["runtime"]),
        (&["catalog", "--coverage", "cwe", "llm"], &["cannot be used with"]),
        (
            &["catalog", "--ref", "cwe:20", "--kind", "database", "--phase", "development", "--stride", "R"],
            &["nothing in the catalog"],
        ),
        (
            &["explain", "owasp-llm-2026:LLM77"],
            &["has no entry `LLM77`", "did you mean `owasp-llm-2026:LLM07`?"],
        ),
        (&["explain", "atlsa:AML.T0051"], &["did you mean `atlas`?"]),
        (&["explain", "owasp-llm-2062"], &["did you mean `owasp-llm-2026`?"]),
    ] {
        let ran = run(call);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{call:?}");
        for s in says {
            assert!(ran.err.contains(s), "{call:?}: `{s}` is not in:\n{}", ran.err);
        }
    }
}

#[test]
fn the_class_under_the_ai_act_is_one_of_its_words_and_stands_in_reports() {
    let model = |class: &str| format!("model \"M\" {{ catalog: 2026.1, eu_ai_act: {class} }}\nllm a\n");
    let wrong = World::new().write("m.tm", model("hihg")).run(&["check", "m.tm"]);
    assert_eq!(wrong.status, 2);
    assert!(
        wrong.err.contains("`prohibited`, `high`, `limited` or `minimal`") && wrong.err.contains("`high`?")
    );
    for (class, says) in [
        ("prohibited", "prohibited practice (Article 5)"),
        ("high", "high risk (Article 6)"),
        ("limited", "duties of transparency (Article 50)"),
        ("minimal", "minimal risk"),
    ] {
        let world = World::new().write("m.tm", model(class));
        let ran = world.run(&["build", "m.tm", "--format", "md,html,json"]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let read = |name: &str| fs::read_to_string(world.path().join("out").join(name)).unwrap();
        assert!(read("m.md").contains(&format!("EU AI Act: {says}")));
        assert!(read("m.html").contains(&format!("EU AI Act: {says}")));
        let report: Value = serde_json::from_str(&read("m.json")).unwrap();
        assert_eq!(report["model"]["eu_ai_act"], class);
        // The edition stands beside each reference.
        let references = report["references"].as_array().unwrap();
        assert!(references.iter().all(|r| r["edition"].is_string()), "{references:?}");
    }
}
