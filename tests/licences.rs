//! Licences: what Trustline is built from on Linux has one that deny.toml allows, so that nobody learns of another from
//! a release. `cargo deny check` asks the same for all platforms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use toml::de::{DeTable, DeValue};

fn root(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The words of a list in TOML.
fn words<'a>(list: &'a DeValue<'_>) -> BTreeSet<&'a str> {
    list.as_array().unwrap().iter().map(|w| w.get_ref().as_str().unwrap()).collect()
}

/// Whether an expression is met by what is allowed: of each of its parts that hold together, one alternative. Of
/// parentheses within alternatives it asks for more than it must.
fn met(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    plain.split(" AND ").all(|part| part.split(" OR ").any(|one| allowed.contains(one.trim())))
}

#[test]
fn every_licence_is_allowed() {
    let text = std::fs::read_to_string(root("deny.toml")).unwrap();
    let deny = DeTable::parse(&text).unwrap();
    let licenses = deny.get_ref()["licenses"].get_ref();
    let allowed = words(licenses["allow"].get_ref());
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--all-features", "--locked"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root(""))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "{} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|p| {
            let name = p["name"].as_str().unwrap();
            let mut here = allowed.clone();
            for exception in licenses["exceptions"].get_ref().as_array().unwrap().iter() {
                let exception = exception.get_ref();
                if exception["crate"].get_ref().as_str() == Some(name) {
                    here.extend(words(exception["allow"].get_ref()));
                }
            }
            !p["license"].as_str().is_some_and(|l| met(l, &here))
        })
        .map(|p| format!("{} {}: {}", p["name"], p["version"], p["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn expressions_are_met_as_they_say() {
    let allowed = BTreeSet::from(["MIT", "Apache-2.0", "Unicode-3.0"]);
    for (expression, wanted) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT/GPL-3.0", true),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("Apache-2.0 WITH LLVM-exception", false),
    ] {
        assert_eq!(met(expression, &allowed), wanted, "{expression}");
    }
}
