//! Text of a model is hostile text: every field of every statement, in every format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/hostile.rs"]
mod support;

use std::fs;
use std::process::Command;
use support::{HOSTILE, model};

fn build(text: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("m.tm"), text).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["build", "m.tm", "-o", "out", "--format", "html,md,svg,png,json", "--today", "2026-10-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    // What is printed must not drive a terminal either.
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    dir
}

fn read(dir: &tempfile::TempDir, ending: &str) -> String {
    fs::read_to_string(dir.path().join(format!("out/m.{ending}"))).unwrap()
}

/// The page without the parts that are the theme's own: its style and script.
fn without_own(html: &str) -> String {
    let mut out = html.to_owned();
    for (open, close) in [("<script>", "</script>"), ("<style>", "</style>")] {
        // The theme's come once each, or within our own picture; all of them are ours if hashes hold.
        while let Some(start) = out.find(open) {
            let end = start + out[start..].find(close).expect("it is closed") + close.len();
            out.replace_range(start..end, "");
        }
    }
    out
}

/// No tag has an attribute that runs something. Quoted values are taken off first: what stands in
/// them is text.
#[track_caller]
fn no_handler(text: &str, x: &str) {
    let mut tags = 0;
    for tag in text.split('<').skip(1).filter(|t| t.starts_with(|c: char| c.is_ascii_alphabetic())) {
        let (mut bare, mut quote) = (String::new(), None);
        for c in tag.chars() {
            match (quote, c) {
                (None, '>') => break,
                (None, '"' | '\'') => quote = Some(c),
                (None, _) => bare.push(c),
                (Some(q), _) if q == c => quote = None,
                (Some(_), _) => {}
            }
        }
        assert_eq!(quote, None, "{x}: a quote is open in <{tag}");
        assert!(!bare.split_whitespace().any(|a| a.starts_with("on")), "{x}: <{bare}>");
        tags += 1;
    }
    assert!(tags > 50);
}

#[test]
fn hostile_text_is_inert_in_every_format() {
    let calm = build(&model("Calm words"));
    let count = |text: &str, what: &str| text.matches(what).count();
    let calm_html = read(&calm, "html");
    let calm_md = read(&calm, "md");
    let calm_svg = read(&calm, "svg");
    for x in HOSTILE {
        let dir = build(&model(x));
        let html = read(&dir, "html");
        // As many scripts, styles, pictures and handlers as with calm words.
        for tag in ["<script", "<style", "<img", "<svg", "<iframe", "</svg>", "<!--"] {
            assert_eq!(count(&html, tag), count(&calm_html, tag), "{x}: {tag} in the HTML");
        }
        let page = without_own(&html);
        no_handler(&page, x);
        assert!(!page.contains("href=\"javascript:"), "{x}");
        assert!(!html.contains("54444439"), "{x}: a template was run");
        for svg in ["svg", "one.svg", "two.svg"].map(|ending| read(&dir, ending)) {
            for tag in ["<script", "<style", "</svg>", "<image", "<a ", "]]>", "<!--"] {
                assert_eq!(count(&svg, tag), count(&calm_svg, tag), "{x}: {tag} in the SVG");
            }
            no_handler(&svg, x);
        }
        let md = read(&dir, "md");
        for tag in ["<script", "<style", "<img", "<!--", "](javascript:", "{{", "{%"] {
            assert_eq!(count(&md, tag), count(&calm_md, tag), "{x}: {tag} in the Markdown");
        }
        // Tables keep their columns.
        let bars = |text: &str| -> Vec<usize> {
            text.lines()
                .filter(|l| l.starts_with('|'))
                .map(|l| l.replace("\\|", "").matches('|').count())
                .collect()
        };
        assert_eq!(bars(&md), bars(&calm_md), "{x}");
        let json: serde_json::Value = serde_json::from_str(&read(&dir, "json")).unwrap();
        assert!(json["threats"].as_array().unwrap().len() > 5, "{x}");
        assert!(fs::read(dir.path().join("out/m.png")).unwrap().starts_with(b"\x89PNG"), "{x}");
    }
}

/// Beside those: what would be a line of its own, a link past its escape, a placeholder, a colour.
const FOR_PROGRAMS: &[&str] = &[
    "x\\n::error file=x::owned",
    "[t\\\\](http://evil.example) {{0}} {0}",
    "[t](http://evil.example)",
    "%0A::warning::owned",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
];

/// What a command prints of two models, of which `m.tm` is the hostile one.
fn printed(x: &str, arguments: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("m.tm"), model(x)).unwrap();
    fs::write(dir.path().join("calm.tm"), model("Calm words")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(arguments)
        .args(["--today", "2026-10-01"])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert_ne!(run.status.code(), Some(2), "{x}: {arguments:?}: {err}");
    assert!(!out.is_empty(), "{x}: {arguments:?}");
    inert_on_a_terminal(x, &err);
    out
}

#[track_caller]
fn inert_on_a_terminal(x: &str, text: &str) {
    let drives = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
    assert!(!text.contains(drives), "{x}: {text:?}");
}

fn hostile() -> impl Iterator<Item = &'static str> {
    HOSTILE.iter().chain(FOR_PROGRAMS).copied()
}

#[test]
fn hostile_text_drives_no_terminal_and_no_workflow() {
    let check =
        |x: &str, format: &str| printed(x, &["check", "m.tm", "--fail-on", "low", "--format", format]);
    let calm = check("Calm words", "github").lines().count();
    for x in hostile() {
        inert_on_a_terminal(x, &printed(x, &["status", "m.tm"]));
        inert_on_a_terminal(x, &check(x, "text"));
        let github = check(x, "github");
        inert_on_a_terminal(x, &github);
        // As many commands as with calm words, each at our file, and no line that is none.
        assert_eq!(github.lines().count(), calm, "{x}: {github}");
        for line in github.lines() {
            let ours = ["::error file=m.tm", "::warning file=m.tm", "::notice file=m.tm"];
            assert!(ours.iter().any(|o| line.starts_with(o)), "{x}: {line}");
        }
        let json: serde_json::Value = serde_json::from_str(&check(x, "json")).unwrap();
        assert!(json["models"][0]["gate"]["threats"].as_array().unwrap().len() > 3, "{x}");
    }
}

/// Every text that a reader of SARIF shows.
fn texts<'v>(value: &'v serde_json::Value, out: &mut Vec<&'v str>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match value.as_str() {
                    Some(text) if key == "text" => out.push(text),
                    // The text that a fix writes into the file is none of these.
                    _ if key == "insertedContent" => {}
                    _ => texts(value, out),
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| texts(v, out)),
        _ => {}
    }
}

#[test]
fn hostile_text_is_no_link_and_no_placeholder_in_sarif() {
    for x in hostile() {
        let log: serde_json::Value =
            serde_json::from_str(&printed(x, &["check", "m.tm", "--format", "sarif"])).unwrap();
        let mut all = Vec::new();
        texts(&log["runs"][0], &mut all);
        assert!(all.len() > 20, "{x}");
        for text in all {
            let left = text.replace("\\\\", "").replace("\\[", "").replace("\\]", "");
            assert!(!left.contains(['[', ']', '\\']), "{x}: a link in {text}");
            let left = text.replace("{{", "").replace("}}", "");
            assert!(!left.contains(['{', '}']), "{x}: a placeholder in {text}");
        }
    }
}

#[test]
fn hostile_text_is_inert_in_the_comment_of_a_difference() {
    let diff = |x: &str| printed(x, &["diff", "calm.tm", "m.tm", "--format", "md"]);
    let other = diff("Other words");
    assert!(other.contains("Other words"), "{other}");
    for x in hostile() {
        // What is escaped is no part of a link.
        let md = diff(x).replace("\\\\", "").replace("\\]", "");
        for tag in ["<script", "<style", "<img", "<svg", "<!--", "](javascript:", "](http", "{{", "{%"] {
            assert_eq!(md.matches(tag).count(), other.matches(tag).count(), "{x}: {tag} in {md}");
        }
        assert!(!md.lines().any(|l| l.starts_with("::")), "{x}: {md}");
    }
}

#[test]
fn pictures_are_found_whatever_the_file_is_called() {
    let dir = tempfile::tempdir().unwrap();
    let stem = "x%y#z? (1) [a]&lt;";
    fs::write(dir.path().join(format!("{stem}.tm")), model("Calm words")).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["build", &format!("{stem}.tm"), "-o", "out", "--format", "md,svg,png"])
        .args(["--today", "2026-10-01"])
        .current_dir(dir.path())
        .status()
        .unwrap();
    assert!(run.success());
    let md = fs::read_to_string(dir.path().join(format!("out/{stem}.md"))).unwrap();
    let link = "x%25y%23z%3F%20%281%29%20%5Ba%5D%26lt%3B";
    assert!(md.contains(&format!("[![Calm words](./{link}.png)](./{link}.svg)")), "{md}");
}
