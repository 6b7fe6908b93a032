//! The action and the hooks: the very lines of their files, run in a repository.

use super::world::{Ran, World};
use super::yaml::{self, Yaml};
use super::{DESK, LEAK, desk};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn file(name: &str) -> Yaml {
    yaml::parse(&fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap())
}

/// Runs lines as a runner does: bash that stops at the first failure, the binary on the path.
fn bash(world: &World, lines: &str, env: &BTreeMap<String, String>) -> Ran {
    let bin = Path::new(env!("CARGO_BIN_EXE_trustline")).parent().unwrap().to_owned();
    let path = std::env::var("PATH").unwrap();
    let mut c = Command::new("bash");
    c.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", lines]).current_dir(world.path());
    c.env("PATH", format!("{}:{path}", bin.display())).env("NO_COLOR", "1");
    c.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").envs(env);
    Ran::new(c.output().unwrap())
}

fn repository() -> World {
    let world = World::new().write("models/desk.tm", DESK);
    let lines =
        "git init -q && git add -A && git -c user.name=Ana -c user.email=ana@example.org commit -qm One";
    let ran = bash(&world, lines, &BTreeMap::new());
    assert_eq!(ran.status, 0, "{}", ran.err);
    world.write("models/desk.tm", desk(&[LEAK]))
}

/// One run of the action: its steps in order with these inputs, up to the first that fails.
struct Job {
    status: i32,
    out: String,
    err: String,
    summary: String,
}

fn job(world: &World, inputs: &[(&str, &str)]) -> Job {
    let action = file("action.yml");
    let declared = action.at("inputs").map();
    for (name, _) in inputs {
        assert!(declared.contains_key(*name), "no input `{name}`");
    }
    // What the runner puts in: inputs, their defaults, and its own words.
    let filled = |text: &str| -> String {
        let Some(inner) = text.strip_prefix("${{ ").and_then(|t| t.strip_suffix(" }}")) else {
            return text.to_owned();
        };
        match inner.strip_prefix("inputs.") {
            Some(name) => match inputs.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => (*value).to_owned(),
                None => {
                    let default = declared[name].get("default").map_or("", Yaml::text);
                    if default.starts_with("${{") { String::new() } else { default.to_owned() }
                }
            },
            None => format!("<{inner}>"),
        }
    };
    let runner = tempfile::tempdir().unwrap();
    let summary = runner.path().join("summary.md");
    fs::write(&summary, "").unwrap();
    let (mut out, mut err, mut status) = (String::new(), String::new(), 0);
    assert_eq!(action.at("runs").at("using").text(), "composite");
    for step in action.at("runs").at("steps").list() {
        assert_eq!(step.at("shell").text(), "bash");
        let mut env: BTreeMap<String, String> =
            step.at("env").map().iter().map(|(k, v)| (k.clone(), filled(v.text()))).collect();
        env.insert("GITHUB_STEP_SUMMARY".into(), summary.display().to_string());
        env.insert("GITHUB_PATH".into(), runner.path().join("path").display().to_string());
        env.insert("RUNNER_TEMP".into(), runner.path().display().to_string());
        let lines = step.at("run").text();
        // Inputs reach the shell as variables only: nothing of them is ever a command.
        assert!(!lines.contains("${{"), "{lines}");
        let ran = bash(world, lines, &env);
        out.push_str(&ran.out);
        err.push_str(&ran.err);
        status = ran.status;
        if status != 0 {
            break;
        }
    }
    Job { status, out, err, summary: fs::read_to_string(summary).unwrap() }
}

#[test]
fn the_action_checks_and_writes_a_summary() {
    let world = repository();
    let ran = job(&world, &[("models", "models/*.tm"), ("base", "HEAD")]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("trustline "), "the version is told: {}", ran.out);
    assert!(ran.summary.starts_with("### Help desk (`models/desk.tm`)\n"), "{}", ran.summary);
    assert!(
        ran.summary.contains("**2 new open or planned threats (1 critical, 1 medium).**"),
        "{}",
        ran.summary
    );
    let ran = job(&world, &[("models", "models/desk.tm")]);
    assert_eq!(
        (ran.status, ran.summary.as_str()),
        (0, ""),
        "without a base nothing is compared: {}",
        ran.err
    );
}

#[test]
fn the_action_is_a_gate() {
    let world = repository();
    let ran = job(&world, &[("models", "models/desk.tm"), ("fail-on", "critical"), ("base", "HEAD")]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.summary.contains("2 new open or planned threats"), "the summary is there all the same");
    // What is known passes, what is new fails.
    let lines = "trustline check models/desk.tm --write-baseline models/base.json";
    assert_eq!(bash(&world, lines, &BTreeMap::new()).status, 0);
    let inputs = [("models", "models/desk.tm"), ("baseline", "models/base.json"), ("root", ".")];
    let ran = job(&world, &inputs);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let world = world.write("models/desk.tm", desk(&[LEAK, ("class: confidential", "class: secret")]));
    assert_eq!(job(&world, &inputs).status, 1);
}

#[test]
fn a_base_that_is_only_at_the_origin_is_fetched_and_one_that_is_nowhere_stops_no_check() {
    let world = repository();
    let lines = "git branch -M trunk && git clone -q --bare . origin.git && git remote add origin ./origin.git \
                 && git checkout -q --detach && git branch -qD trunk";
    let ran = bash(&world, lines, &BTreeMap::new());
    assert_eq!(ran.status, 0, "{}", ran.err);
    let with =
        |base: &str| job(&world, &[("models", "models/desk.tm"), ("fail-on", "critical"), ("base", base)]);
    let ran = with("trunk");
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.summary.contains("2 new open or planned threats"), "{}{}", ran.summary, ran.err);
    for base in ["nowhere", "--upload-pack=touch owned"] {
        let ran = with(base);
        assert_eq!(ran.status, 1, "the check ran: {}", ran.err);
        assert!(ran.out.contains("::notice::The base is not there"), "{}", ran.out);
        assert_eq!(ran.summary, "");
    }
    assert!(!world.path().join("owned").exists());
}

#[test]
fn the_action_fails_on_errors_and_carries_out_no_input() {
    let world = repository().write("models/bad.tm", "gatewya waf\n");
    let ran = job(&world, &[("models", "models/desk.tm\nmodels/bad.tm"), ("base", "HEAD")]);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(format!("{}{}", ran.out, ran.err).contains("gatewya"), "{}{}", ran.out, ran.err);
    let hostile = "$(touch owned) ; touch owned `touch owned`";
    for name in ["models", "fail-on", "baseline", "base", "root"] {
        let ran = job(&world, &[("models", "models/desk.tm"), (name, hostile)]);
        assert!(ran.status != 0 || name == "base" || name == "models", "{name}: {}", ran.out);
    }
    assert!(!world.path().join("owned").exists());
}

fn hook(id: &str) -> Yaml {
    let hooks = file(".pre-commit-hooks.yaml");
    hooks.list().iter().find(|h| h.at("id").text() == id).unwrap_or_else(|| panic!("no hook {id}")).clone()
}

/// Runs a hook as its manager does: the entry, the arguments, then the files that match.
fn hooked(world: &World, id: &str, arguments: &str) -> Ran {
    let hook = hook(id);
    assert_eq!(hook.at("files").text(), r"\.tm$");
    bash(world, &format!("{} {arguments} $(git ls-files '*.tm')", hook.at("entry").text()), &BTreeMap::new())
}

#[test]
fn the_hook_checks() {
    let world = repository();
    let ran = hooked(&world, "trustline-check", "");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("models/desk.tm: Help desk: 2 crossings"), "{}", ran.out);
    assert_eq!(hooked(&world, "trustline-check", "--fail-on critical").status, 1);
    let world = world.write("models/desk.tm", "gatewya waf\n");
    assert_eq!(hooked(&world, "trustline-check", "").status, 2);
}

#[test]
fn the_hook_formats() {
    let world = repository();
    let ran = hooked(&world, "trustline-fmt", "");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(hooked(&world, "trustline-fmt", "--check").status, 0, "a second run changes nothing");
    assert_eq!(hooked(&world, "trustline-check", "").status, 0, "it is still a model");
}

#[test]
fn both_hooks_are_built_from_this_repository() {
    for id in ["trustline-check", "trustline-fmt"] {
        assert_eq!(hook(id).at("language").text(), "rust");
        assert!(!hook(id).at("name").text().is_empty());
    }
}
