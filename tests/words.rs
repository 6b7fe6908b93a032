//! Own words and rules of the house, from a text to what the binary says of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/findings.rs"]
mod findings;
#[path = "support/world.rs"]
mod world;

use findings::Found;
use trustline::analysis::ThreatTarget;
use trustline::catalog::Literal;
use trustline::model::Model;
use world::World;

const HEAD: &str = "model \"M\" { catalog: 2026.1 }\n";

fn good(text: &str) -> Found {
    Found::of_text(&format!("{HEAD}{text}")).expect_good(text)
}

fn errors(text: &str) -> Vec<String> {
    let found = Found::of_text(&format!("{HEAD}{text}"));
    found
        .diagnostics
        .iter()
        .filter(|d| d.is_error())
        .map(|d| format!("{} {}", d.code.name(), d.message))
        .collect()
}

fn value(m: &Model, element: &str, property: &str) -> Option<Literal> {
    let id = m.catalog.find_property(property).unwrap();
    m.property(m.find_element(element).unwrap(), id).cloned()
}

// Kinds

#[test]
fn kinds_inherit_from_several_parents_and_set_defaults_of_every_type() {
    let found = good(
        "kind scorer: inference_api, rag_store \"Scorer\" {
           trust: restricted, icon: robot, modality: [text, image]
           property region { type: [eu, us], default: us, about: \"Where.\" }
           property calls { type: number, default: 2.5 }
           property note { type: text, default: \"none\" }
           property audited { type: bool, default: true }
           property uses { type: [batch, live, test], many: true, default: [live] }
         }
         kind eu_scorer: scorer \"EU\" { region: eu, calls: 7, uses: [test, batch] }
         threat of-first \"First\" { stride: tampering, on: inference_api, likelihood: 2, impact: 2, scenario: \"x\" }
         threat of-second \"Second\" { stride: tampering, on: vector_store, likelihood: 2, impact: 2, scenario: \"x\" }
         scorer a
         eu_scorer b { audited: false, note: \"x\", calls: 1, modality: audio }\n",
    );
    let m = &found.model;
    let text = |l: Option<Literal>| l.map(|l| l.to_string()).unwrap_or_default();
    let of =
        |e: &str| ["region", "calls", "note", "audited", "uses", "modality"].map(|p| text(value(m, e, p)));
    assert_eq!(of("a"), ["us", "2.5", "\"none\"", "true", "[live]", "[text, image]"]);
    assert_eq!(of("b"), ["eu", "1", "\"x\"", "false", "[batch, test]", "[audio]"]);
    let kind = |name: &str| m.catalog.find_kind(name).unwrap();
    let b = m.find_element("b").unwrap();
    for above in ["scorer", "inference_api", "rag_store", "vector_store", "process", "store"] {
        assert!(m.is_kind(b, kind(above)), "{above}");
    }
    // The shape is the first parent's; trust comes along outside boundaries.
    assert_eq!(m.catalog.kind(kind("eu_scorer")).unwrap().root.word(), "process");
    assert_eq!(m.element(b).unwrap().trust.word(), "restricted");
    // Rules of all parents arise on it.
    for id in ["of-first@b", "of-second@b"] {
        assert!(found.analysis.find(id).is_some(), "{id}");
    }
}

#[test]
fn values_of_typed_properties_are_checked() {
    let kind = "kind k: llm \"K\" { property region { type: [eu, us] }\n property calls { type: number }\n property audited { type: bool }\n property note { type: text }\n property uses { type: [a, b], many: true } }\n";
    for (wrong, says) in [
        ("region: eur", "`region` takes `eu` or `us`"),
        ("calls: many", "`calls` takes a number"),
        ("calls: 3%", "`calls` takes a number"),
        ("audited: sometimes", "`audited` takes `true` or `false`"),
        ("note: word", "`note` takes a text in quotes"),
        ("uses: [a, c]", "`uses` takes `a` or `b`"),
    ] {
        let said = errors(&format!("{kind}k x {{ {wrong} }}\n"));
        assert_eq!(said, [format!("wrong-type {says}")], "{wrong}");
        // The same in a kind under it.
        let said = errors(&format!("{kind}kind under: k \"U\" {{ {wrong} }}\n"));
        assert_eq!(said.len(), 1, "{wrong}: {said:?}");
        assert!(said[0].starts_with("wrong-type"), "{wrong}: {said:?}");
    }
}

// Threats

/// Every property of `threat`, in a model's own rule that names own kinds, properties and parts.
#[test]
fn own_threats_have_every_feature_of_the_catalogs() {
    let base = "kind scorer: inference_api \"Scorer\" { property region { type: [eu, us], default: us } }
         kind claims: documents \"Claims\" { class: secret }
         control seal \"Seal\" { about: \"Sealed.\", reach: path, refs: [atlas:AML.M0020], group: house }
         anonymous_user who
         boundary edge \"Edge\" { scorer one { region: eu }\n scorer two }
         claims claim\n prompts ask
         who -> one { sends: [claim, ask] }\n who -> two { sends: [ask] }\n";
    let threat = "threat claim-leak \"Claims of {source} leak at {target}\" {
           stride: [information_disclosure, tampering]
           on: flow
           when: sends claims and target is scorer and target.region == eu and target in edge
             and crosses up and source is not one_of_none
           likelihood: 5, floor: 2, impact: 3
           lowered_by: { seal: 2, tls: 1 }
           softened_by: { backup: 1 }
           refines: [flow-eavesdrop, flow-tamper]
           scenario: \"An attacker at {start} reads {data}.\", mitigation: \"Seal it.\", about: \"For readers.\"
           phase: [development, runtime], layer: security
           refs: [atlas:AML.T0024, owasp-llm-2025:LLM02], test: [garak:latentinjection]
           was: [claims-leak], family: [house, \"Own risks\"], tags: [ours]
         }\n"
    .replace(" and source is not one_of_none", "");
    let found =
        good(&format!("{base}{threat}rated claims-leak on who -> one {{ likelihood: 4, because: \"x\" }}\n"));
    let t = found.analysis.find("claim-leak@who->one").expect("it arises");
    assert!(found.analysis.find("claim-leak@who->two").is_none(), "another region, other data");
    let teller = trustline::analysis::Teller::new(&found.model, &found.analysis);
    assert_eq!(teller.title(t), "Claims of who leak at one");
    assert_eq!(teller.scenario(t).plain(), "An attacker at who reads claim.");
    assert!(t.rated.is_some(), "the older name finds it");
    // Secret data is at stake: one up.
    assert_eq!((t.inherent.likelihood, t.inherent.impact), (4, 4));
    assert!(!t.refines.is_empty(), "it takes the place of rules of the catalog");
    let rule = found.model.catalog.rule(t.rule).unwrap();
    assert_eq!((rule.family.join("+"), rule.tags.join("+")), ("house+Own risks".into(), "ours".into()));
    // A control of one's own lowers it, and its reach carries from the boundary's door.
    let sealed = good(&format!(
        "{base}{threat}control s: seal \"S\" {{ on: [who -> one] }}\ncontrol b: backup \"B\" {{ on: [one] }}\n"
    ));
    let t = sealed.analysis.find("claim-leak@who->one").unwrap();
    assert_eq!((t.inherent.likelihood, t.residual.likelihood), (5, 3));
    assert_eq!(t.residual.impact, t.inherent.impact - 1);
    let floored = good(&format!(
        "{base}{}control s: seal \"S\" {{ on: [who -> one] }}\ncontrol t: tls \"T\" {{ on: [who -> one] }}\n",
        threat.replace("seal: 2", "seal: 4")
    ));
    assert_eq!(floored.analysis.find("claim-leak@who->one").unwrap().residual.likelihood, 2, "its floor");
}

#[test]
fn own_rules_arise_on_every_sort_of_target() {
    let rule = |on: &str, when: &str| {
        format!(
            "threat own-{on} \"Own\" {{ stride: tampering, on: {on}, {when}likelihood: 2, impact: 3, scenario: \"x\" }}\n"
        )
    };
    let rules: String = [
        ("flow", "when: crosses,\n "),
        ("element", "when: element is process,\n "),
        ("boundary", ""),
        ("model", ""),
        ("llm", "when: element in edge,\n "),
    ]
    .map(|(on, when)| rule(on, when))
    .concat();
    let found = good(&format!(
        "boundary edge {{ llm bot }}\nanonymous_user who\nwho -> bot {{ sends: [] }}\n{rules}"
    ));
    let own: Vec<&str> =
        found.analysis.threats.iter().map(|t| t.id.as_str()).filter(|i| i.starts_with("own-")).collect();
    for id in ["own-flow@who->bot", "own-element@bot", "own-boundary@edge", "own-model@model", "own-llm@bot"]
    {
        assert!(own.contains(&id), "{id} is not among {own:?}");
    }
    assert_eq!(own.len(), 5);
}

// Rules of the house

/// Where a rule is kept and broken, as names.
fn house(parts: &str, rule: &str) -> (Vec<String>, Vec<String>) {
    let found = good(&format!("{parts}{rule}\n"));
    let name = |t: &ThreatTarget| match t {
        ThreatTarget::Element(e) => found.model.element(*e).unwrap().name.clone(),
        ThreatTarget::Flow(f) => found.model.flow(*f).unwrap().id.clone(),
        other => format!("{other:?}"),
    };
    let r = &found.analysis.requirements[0];
    let warned = found.analysis.diagnostics.iter().filter(|d| d.code.name() == "broken-requirement").count();
    assert_eq!(warned, r.broken.len(), "{rule}");
    (r.kept.iter().map(name).collect(), r.broken.iter().map(name).collect())
}

#[test]
fn rules_of_the_house_hold_on_every_sort_of_target() {
    let parts = "anonymous_user who\nprompts ask { personal: true }\n\
        boundary edge { controls: [audit_log]\n gateway door { controls: [auth] }\n web_app desk\n browser kiosk }\n\
        boundary deep { database shelf { controls: [auth] }\n llm gone { scope: out, because: \"x\" } }\n\
        control later: auth \"Later\" { on: [desk], status: planned }\n\
        who -> door { sends: [ask], controls: [tls] }\ndoor -> desk as talk { sends: [ask] }\ndesk -> shelf { via: [door] }\n";
    let of = |rule: &str| {
        let (kept, broken) = house(parts, rule);
        (kept.join(" "), broken.join(" "))
    };
    let is =
        |rule: &str, kept: &str, broken: &str| assert_eq!(of(rule), (kept.into(), broken.into()), "{rule}");
    is("require auth on any gateway { because: \"x\" }", "door", "");
    // What is only planned is not kept.
    is("require auth on any web_app { because: \"x\" }", "", "desk");
    is("require auth on desk", "", "desk");
    is("require audit_log on edge", "door desk", "");
    // By `*` and boundaries those who are not built here are not meant, nor what is out of scope.
    is("require auth on *", "door shelf", "desk");
    is("require auth on any external", "", "who kiosk");
    is("require auth on * { when: element in edge and not element is gateway }", "", "desk");
    is("require tls on any flow { when: moves personal and crosses }", "who->door", "");
    is("require tls on any flow { when: crosses }", "who->door", "desk->shelf");
    is("require tls on who -> door", "who->door", "");
    is("require tls on talk", "", "door->desk#talk");
    is("require tls on door -> desk -> shelf", "", "door->desk#talk desk->shelf");
    // For a flow it may stand on what it goes through, on an end, or on a boundary that it crosses.
    is("require auth on desk -> shelf", "desk->shelf", "");
    is("require audit_log on any flow", "who->door desk->shelf", "door->desk#talk");
    // One that speaks of nothing is kept.
    is("require tls on any rag_store", "", "");
}

const BROKEN: &str = "require mfa on any gateway { because: \"Standard 3.\" }\nrequire tls on any flow { because: \"Standard <4>.\", tags: [net] }\n";
const PARTS: &str = "import \"house/policy.tm\"\nmodel \"M\" { catalog: 2026.1, lints: { warnings: allow } }\nprompts ask\nanonymous_user who\nboundary edge { gateway door { tags: [front, \"a|b\"] } }\nwho -> door { sends: [ask], controls: [tls] }\nthreat own \"Own\" { stride: tampering, on: gateway, likelihood: 3, impact: 3, scenario: \"x\", family: [house, \"Own <risks>\"], tags: t1 }\n";

#[test]
fn a_broken_rule_of_an_imported_policy_fails_the_gate_and_stands_in_every_report() {
    let world = World::new().write("m.tm", PARTS).write("house/policy.tm", BROKEN);
    let ran = world.run(&["check", "m.tm"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    for words in
        ["the gate is not met: 1 rule of the house is broken", "require mfa, at 1 place: Standard 3."]
    {
        assert!(ran.err.contains(words), "`{words}` is not in\n{}", ran.err);
    }
    let ran = world.run(&["build", "m.tm", "-o", "out", "--format", "html,md,json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let read = |name: &str| std::fs::read_to_string(world.path().join("out").join(name)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&read("m.json")).unwrap();
    let rules = json["requirements"].as_array().unwrap();
    assert_eq!(
        (rules[0]["broken"][0]["id"].as_str(), rules[0]["because"].as_str()),
        (Some("door"), Some("Standard 3."))
    );
    assert_eq!(rules[1]["kept"][0]["id"], "who->door");
    assert_eq!(
        (&rules[1]["tags"][0], &rules[0]["location"]["file"]),
        (&"net".into(), &"house/policy.tm".into())
    );
    let own = json["threats"].as_array().unwrap().iter().find(|t| t["id"] == "own@door").unwrap();
    assert_eq!(
        (own["family"].to_string(), own["tags"].to_string()),
        (r#"["house","Own <risks>"]"#.into(), r#"["t1"]"#.into())
    );
    let (md, html) = (read("m.md"), read("m.html"));
    for words in [
        "### Rules of the house",
        "Standard 3.",
        "house/policy.tm:1",
        "**door**",
        "Family: house, Own &lt;risks&gt;",
        "tags: front, a&#124;b",
    ] {
        assert!(md.contains(words), "`{words}` is not in the Markdown");
    }
    for words in [
        "Rules of the house",
        "Standard 3.",
        "house&#x2F;policy.tm:1",
        "✗ door",
        "1 place",
        "Own &lt;risks&gt;",
        "tags: front, a|b",
    ] {
        let plain = words.replace("&#x2F;", "/");
        assert!(html.contains(words) || html.contains(&plain), "`{words}` is not in the HTML");
    }
    assert!(!html.contains("<risks>"), "text of the model stays text");
}

#[test]
fn explain_tells_families_and_tags() {
    let world = World::new().write("m.tm", PARTS.replace("import \"house/policy.tm\"\n", ""));
    let rule = world.run(&["explain", "own", "m.tm"]);
    assert!(rule.out.contains("family:      house, Own <risks>"), "{}", rule.out);
    assert!(rule.out.contains("tags:        t1"), "{}", rule.out);
    let threat = world.run(&["explain", "own@door", "m.tm"]);
    assert!(threat.out.contains("Family: house, Own <risks>"), "{}", threat.out);
}

#[test]
fn a_rule_of_the_catalog_is_switched_off_with_a_reason_only() {
    let model = |off: &str| {
        format!(
            "{HEAD}boundary b {{ llm bot }}\nanonymous_user who\nprompts ask\nwho -> bot {{ sends: [ask] }}\n{off}\n"
        )
    };
    let world = World::new().write("m.tm", model("off confabulation"));
    world.run(&["check", "m.tm"]).fails_with(&["`off` needs `because`"]);
    let found = Found::of_text(&model("off prompt-injection-direct { because: \"x\" }")).expect_good("off");
    let has = |f: &Found| f.analysis.threats.iter().any(|t| t.id.starts_with("prompt-injection-direct@"));
    assert!(!has(&found) && has(&Found::of_text(&model(""))));
}

/// What examples/house-rules/assistant.tm says in a comment about a broken rule is what happens.
#[test]
fn the_example_keeps_its_rules_and_says_how_a_broken_one_looks() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/house-rules");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let model = text("assistant.tm");
    let house = ["kinds.tm", "controls.tm", "policy.tm", "platform.tm"];
    let with = |model: &str| {
        let world = World::new().write("assistant.tm", model);
        house.iter().fold(world, |w, name| {
            let name = format!("house/{name}");
            let text = text(&name);
            w.write(&name, text)
        })
    };
    let kept = with(&model).run(&["check", "assistant.tm", "--today", "2026-10-01"]);
    assert_eq!((kept.status, kept.err.as_str()), (0, ""));
    let line = model.lines().find(|l| l.starts_with("assistant -> cases")).unwrap();
    let bare = model.replace(line, &line.replace(", controls: [tls]", ""));
    assert_ne!(bare, model);
    let broken = with(&bare).run(&["check", "assistant.tm", "--today", "2026-10-01"]);
    assert_eq!(broken.status, 1);
    let said = model.lines().find_map(|l| l.strip_prefix("//     warning")).unwrap();
    assert!(broken.err.contains(&format!("warning{said}")), "{}", broken.err);
    let rule = text("house/policy.tm").lines().position(|l| l.starts_with("require tls")).unwrap() + 1;
    let rule = format!("house/policy.tm:{rule}:1");
    for words in [rule.as_str(), "the rule", "Security standard 4.2", "require tls, at 1 place"] {
        assert!(broken.err.contains(words), "`{words}` is not in\n{}", broken.err);
    }
    // All that the organisation declares is used by its model.
    let found = {
        let files = house.iter().map(|n| format!("house/{n}")).map(|n| (n.clone(), text(&n)));
        Found::of(&trustline::source::Memory::new(files.chain([("main.tm".to_owned(), model.clone())])))
    };
    assert!(found.analysis.requirements.iter().all(|r| !r.kept.is_empty()), "each rule speaks of something");
    let own = |id: &str| found.analysis.threats.iter().any(|t| t.id == id);
    assert!(own("advice-unreviewed@assistant"));
}
