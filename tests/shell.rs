//! Completion scripts and manual pages: shells and readers of pages take them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/world.rs"]
mod world;

use std::fs;
use std::process::Command;
use world::World;

#[test]
fn every_shell_has_a_script() {
    let w = World::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = w.run(&["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{shell}");
        // Each names the commands and their options; not all shells are told the options' values.
        for word in ["trustline", "completions", "fail-on", "pattern"] {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
    w.run(&["completions", "cmd"]).fails_with(&["bash"]);
    w.run(&["completions"]).fails_with(&["SHELL"]);
}

/// What bash offers for a line, of which the last word is being written.
fn bash_offers(w: &World, line: &[&str]) -> Vec<String> {
    let script = w.path().join("trustline.bash");
    fs::write(&script, w.run(&["completions", "bash"]).out).unwrap();
    let last = line.last().unwrap();
    let before = line[line.len() - 2];
    let ask = format!(
        "source '{}'; COMP_WORDS=({}); COMP_CWORD={}; _trustline trustline '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        script.display(),
        line.iter().map(|l| format!("'{l}'")).collect::<Vec<_>>().join(" "),
        line.len() - 1,
    );
    let out = Command::new("bash").args(["--norc", "-c", &ask]).current_dir(w.path()).output().unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn bash_completes() {
    let w = World::new();
    assert_eq!(bash_offers(&w, &["trustline", "ch"]), ["check"]);
    assert_eq!(bash_offers(&w, &["trustline", "check", "--fail"]), ["--fail-on"]);
    assert_eq!(bash_offers(&w, &["trustline", "check", "--fail-on", "cr"]), ["critical"]);
    assert_eq!(bash_offers(&w, &["trustline", "new", "--pattern", "tr"]), ["training"]);
    // Where the script offers nothing, bash falls back to files.
    assert!(bash_offers(&w, &["trustline", "check", "ra"]).is_empty());
    let script = w.path().join("trustline.bash");
    let text = fs::read_to_string(&script).unwrap();
    assert!(text.lines().any(|l| l.contains("complete -F _trustline") && l.contains("-o default")), "{text}");
    assert!(Command::new("bash").arg("-n").arg(script).status().unwrap().success());
}

/// The commands that the help lists.
fn commands(w: &World) -> Vec<String> {
    let help = w.run(&["--help"]).out;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    list.lines()
        .filter_map(|l| l.strip_prefix("  "))
        .filter(|l| !l.starts_with(' '))
        .map(|l| l.split_whitespace().next().unwrap().to_owned())
        .filter(|c| c != "help")
        .collect()
}

#[test]
fn every_command_has_a_page() {
    let w = World::new();
    let ran = w.run(&["man", "-o", "pages"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let mut wanted: Vec<String> = commands(&w).iter().map(|c| format!("trustline-{c}.1")).collect();
    assert!(wanted.len() >= 8, "{wanted:?}");
    wanted.push("trustline.1".to_owned());
    wanted.sort();
    let pages = w.path().join("pages");
    let mut names: Vec<String> = fs::read_dir(&pages)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, wanted);
    for name in names {
        let page = fs::read_to_string(pages.join(&name)).unwrap();
        assert!(
            page.contains(".SH NAME") && page.contains(".SH SYNOPSIS") && page.contains(".SH OPTIONS"),
            "{name}"
        );
        // All warnings of the typesetter, of which there may be none.
        let out = Command::new("groff")
            .args(["-man", "-ww", "-Tutf8", "-z"])
            .arg(pages.join(&name))
            .output()
            .expect("groff, of the package groff-base, checks the pages");
        assert!(
            out.status.success() && out.stderr.is_empty(),
            "{name}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
    }
}

#[test]
fn one_page_is_printed() {
    let w = World::new();
    let main = w.run(&["man"]);
    assert!(main.out.contains("EXIT STATUS") && main.out.contains("trustline\\-new(1)"), "{}", main.out);
    // Examples stay lines.
    let new = w.run(&["man", "new"]).out;
    assert!(new.contains(".SH EXAMPLES\n.nf\ntrustline new"), "{new}");
    w.run(&["man", "biuld"]).fails_with(&["biuld", "did you mean `build`?"]);
    w.run(&["man", "build", "-o", "x"]).fails_with(&["--output"]);
    assert!(w.entries().is_empty());
}

#[test]
fn pages_are_written_whole_or_not_at_all() {
    let w = World::new().write("pages", "a file");
    w.run(&["man", "-o", "pages"]).fails_with(&["pages"]);
    assert_eq!(w.entries(), ["pages"]);
    assert_eq!(fs::read_to_string(w.path().join("pages")).unwrap(), "a file");
}
