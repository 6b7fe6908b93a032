//! `trustline explain` knows the words that a person may ask for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::collections::BTreeMap;
use trustline::model::words;
use world::World;

#[test]
fn every_property_is_explained_with_all_that_have_it() {
    let w = World::new();
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (owner, list) in words::owners() {
        for p in list {
            owners.entry(p.name).or_default().push(owner);
        }
    }
    assert!(owners.len() > 50);
    for (name, owners) in owners {
        let ran = w.run(&["explain", name]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{name}");
        let of: Vec<&str> = ran
            .out
            .lines()
            .filter_map(|l| l.strip_prefix("  of:       "))
            .flat_map(|l| l.split(", "))
            .collect();
        for owner in owners {
            assert!(of.contains(&owner), "{name} of {owner}: {}", ran.out);
        }
    }
}

#[test]
fn parts_statements_and_values_are_explained() {
    let w = World::new();
    for (word, says) in [
        (
            "accept",
            &[
                "(statement)",
                "accept THREAT on TARGET",
                "because  a text in quotes (needed)",
                "in no block or in a boundary",
            ][..],
        ),
        ("property", &["in a kind"]),
        ("flow", &["flows (parts of a model)", "sends", "What comes back."]),
        ("element", &["elements (parts of a model)", "runs_on"]),
        (
            "internal",
            &[
                "trust: untrusted, partner, internal, restricted",
                "class: public, internal, confidential, secret",
            ],
        ),
        ("training_set", &["class: confidential, integrity: high", "synthetic"]),
        ("llm", &["threats that ask for it", "model-extraction"]),
        ("until", &["The last day on which it holds."]),
    ] {
        let ran = w.run(&["explain", word]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{word}");
        for s in says {
            assert!(ran.out.contains(s), "{word}: `{s}` is not in:\n{}", ran.out);
        }
    }
    w.run(&["explain", "untill"]).fails_with(&["did you mean `until`?"]);
}

/// An attacker of a model is explained by its ways; one that is almost named, by its name.
#[test]
fn an_attacker_is_explained_by_its_ways() {
    let model = "model \"Desk\" { catalog: 2026.1 }\n\
        documents notes \"Notes \u{1b}[31m\" { class: confidential }\nprompts question\n\
        answers reply { from: [question, notes] }\nanonymous_user visitor \"Visitor\"\n\
        boundary b { trust: internal\n  llm chat \"Chat\" { stores: [notes] }\n}\n\
        visitor -> chat { sends: [question], returns: [reply] }\n\
        attacker anyone \"Anybody\" { from: [visitor], wants: [notes] }\n";
    let w = World::new().write("m.tm", model);
    let ran = w.run(&["explain", "anyone", "m.tm"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for s in [
        "anyone (attacker)",
        "stands at:  Visitor",
        "in   Visitor → Chat (crossing 1)",
        "out  Chat → Visitor",
    ] {
        assert!(ran.out.contains(s), "`{s}` is not in:\n{}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "a label stays a text");
    w.run(&["explain", "anyon", "m.tm"]).fails_with(&["did you mean `anyone`?"]);
    w.run(&["explain", "anyone"]).fails_with(&["nothing is called `anyone`"]);
}

/// A control of a model is explained by where it stands, for how many threats it counts there, and for which it does
/// not, and why; so is one that the model has named itself.
#[test]
fn a_control_of_a_model_is_explained_by_where_it_counts_and_where_not() {
    let model = "model \"Desk\" { catalog: 2026.1 }\n\
        prompts question\nanswers reply\nanonymous_user visitor \"Visitor\" { controls: [output_filtering] }\n\
        boundary b { trust: internal\n  gateway door \"Gateway\" { controls: [rate_limit] }\n  llm chat \"Chat\" {}\n}\n\
        visitor -> door { sends: [question], returns: [reply] }\n\
        door -> chat { sends: [question], returns: [reply] }\n\
        control wall: prompt_guard \"Wall\" { on: door, status: planned }\n\
        control nowhere: prompt_guard \"Nowhere\" {}\n";
    let w = World::new().write("m.tm", model);
    let said = |word: &str| {
        let ran = w.run(&["explain", word, "m.tm"]);
        assert_eq!(ran.status, 0, "{word}: {}", ran.err);
        ran.out
    };
    let filter = said("output_filtering");
    for s in [
        "output_filtering in this model",
        "at Visitor (implemented):",
        "not counted for prompt-injection-direct@visitor->door: it stands where the threat starts, with Visitor",
        "output_filtering (control: ",
    ] {
        assert!(filter.contains(s), "`{s}` is not in:\n{filter}");
    }
    let limit = said("rate_limit");
    assert!(limit.contains("at Gateway (implemented):\n    counts for "), "{limit}");
    let wall = said("wall");
    assert!(wall.starts_with("wall (prompt_guard of this model: Wall)"), "{wall}");
    assert!(wall.contains("at Gateway (planned):\n    will count for "), "{wall}");
    assert!(said("nowhere").contains("It stands nowhere, so it lowers nothing."));
    // The same is said of the threat, with the place.
    let threat = said("prompt-injection-direct@visitor->door");
    let not = "not counted: output_filtering at Visitor: it stands where the threat starts, with Visitor";
    assert!(threat.contains(not), "{threat}");
}
