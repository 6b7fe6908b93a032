//! The documentation: every example compiles, every output is what is said, every link leads
//! somewhere, and what is listed is what is built in. `TRUSTLINE_BLESS=1` renews outputs and lists.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod blocks;
mod lists;

use blocks::{Block, blocks};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use trustline::analysis::analyse;
use trustline::catalog::edition;
use trustline::diagnostic::{Code, codes};
use trustline::model::{Entry, read, resolve};
use trustline::source::Memory;
use trustline::syntax::tree::Date;

const TODAY: &str = "2026-12-01";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn bless() -> bool {
    std::env::var_os("TRUSTLINE_BLESS").is_some()
}

/// All pages, by name.
fn pages() -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = fs::read_dir(folder())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "md"))
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&p).unwrap()))
        .collect();
    out.sort();
    assert!(out.len() >= 8, "the pages were found");
    out
}

/// The arguments of a call, as a shell has them: blanks part them, but for those within single quotes.
fn arguments(call: &str) -> Vec<&str> {
    let parts = call.split('\'').enumerate();
    parts.flat_map(|(i, p)| if i % 2 == 1 { vec![p] } else { p.split_whitespace().collect() }).collect()
}

/// The examples of a page, each as the model that it stands for. An example with a `model` is
/// whole; any other is compiled behind the first one of its page. `file=` puts a file beside.
fn models(page: &str, text: &str) -> Vec<(Block, String, Memory)> {
    let mut beside: Vec<(PathBuf, String)> = Vec::new();
    let mut first = String::new();
    let mut out = Vec::new();
    for block in blocks(text).into_iter().filter(|b| b.language == "tm" || b.option("file").is_some()) {
        if let Some(name) = block.option("file") {
            beside.push((PathBuf::from(name), block.text.clone()));
            continue;
        }
        let whole = block.text.lines().any(|l| l.starts_with("model "));
        if first.is_empty() {
            assert!(whole, "{page}:{}: the first example of a page is a whole model", block.line);
            first.clone_from(&block.text);
        }
        let text = if whole { block.text.clone() } else { format!("{first}\n{}", block.text) };
        let main = (PathBuf::from("page.tm"), text.clone());
        let files = Memory::new(beside.iter().cloned().chain([main]));
        out.push((block, text, files));
    }
    out
}

#[test]
fn every_example_compiles_or_says_what_is_wrong() {
    let (mut right, mut wrong) = (0, 0);
    for (page, text) in pages() {
        for (block, _, files) in models(&page, &text) {
            let read = read(&files, Entry::File(Path::new("page.tm")), None);
            let resolved = resolve(&read);
            let said: Vec<_> = read.diagnostics.iter().chain(&resolved.diagnostics).collect();
            let place = format!("{page}:{}", block.line);
            if block.has("wrong") {
                let code = block.words.iter().find_map(|w| Code::find(w));
                let code = code.unwrap_or_else(|| panic!("{place}: which code does it give?"));
                assert!(said.iter().any(|d| d.is_error() && d.code == code), "{place}: {said:#?}");
                wrong += 1;
            } else {
                let analysis = analyse(&resolved.model, Date::parse(TODAY).unwrap());
                // A piece of a model may be warned of; an answer to no threat would teach nonsense.
                let idle = [codes::STALE_RESPONSE, codes::IDLE_CONTROL];
                let bad: Vec<_> = said
                    .into_iter()
                    .chain(&analysis.diagnostics)
                    .filter(|d| d.is_error() || idle.contains(&d.code))
                    .collect();
                assert!(bad.is_empty(), "{place}: {bad:#?}");
                right += 1;
            }
        }
    }
    assert!(right >= 25 && wrong >= 4, "{right} right, {wrong} wrong");
}

#[test]
fn every_output_is_what_is_said() {
    let mut seen = 0;
    for (page, text) in pages() {
        let models = models(&page, &text);
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        let mut renewed = Vec::new();
        let mut before = 0;
        for block in blocks(&text).into_iter().filter(|b| b.language == "console") {
            let call = block.text.lines().next().and_then(|l| l.strip_prefix("$ trustline ")).unwrap();
            let arguments = arguments(call);
            let file = arguments.iter().find(|a| a.ends_with(".tm")).unwrap();
            // The example since the last output; else the one that had this name before.
            let shown = models.iter().rev().find(|(b, ..)| (before..block.line).contains(&b.line));
            if let Some((_, model, _)) = shown {
                named.insert((*file).to_owned(), model.clone());
            }
            before = block.line;
            let dir = tempfile::tempdir().unwrap();
            fs::write(dir.path().join(file), &named[*file]).unwrap();
            // Both streams go into one file, in the order in which a terminal would show them.
            let all = fs::File::create(dir.path().join("said")).unwrap();
            let status = Command::new(env!("CARGO_BIN_EXE_trustline"))
                .current_dir(dir.path())
                .args(&arguments)
                .args(["--today", TODAY])
                .stdout(all.try_clone().unwrap())
                .stderr(all)
                .env("NO_COLOR", "1")
                .status()
                .unwrap();
            assert!(status.code() != Some(2), "{page}:{}: the call fails", block.line);
            let said = fs::read_to_string(dir.path().join("said")).unwrap();
            let now = format!("$ trustline {call}\n{said}");
            seen += 1;
            if bless() {
                renewed.push((block.range, now));
            } else {
                assert_eq!(block.text, now, "{page}:{}: renew it with TRUSTLINE_BLESS=1", block.line);
            }
        }
        if !renewed.is_empty() {
            let mut new = text.clone();
            // From behind, so that the places before stay what they are.
            renewed.into_iter().rev().for_each(|(range, now)| new.replace_range(range, &now));
            fs::write(folder().join(&page), new).unwrap();
        }
    }
    assert!(seen >= 6, "{seen}");
}

#[test]
fn every_list_is_what_is_built_in() {
    let catalog = edition(None).unwrap();
    for (name, text) in lists::all(&catalog) {
        let path = folder().join(name);
        if bless() {
            fs::write(&path, &text).unwrap();
        } else {
            let old = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                old == text,
                "docs/{name} is stale: renew it with TRUSTLINE_BLESS=1 cargo test --test docs"
            );
        }
    }
}

/// The anchor that a heading gets on a page, as repositories show it.
fn anchor(heading: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    heading.trim().to_lowercase().chars().filter(|c| kept(*c)).collect::<String>().replace(' ', "-")
}

fn anchors(text: &str) -> Vec<String> {
    let mut code = false;
    let mut out = Vec::new();
    for line in text.lines() {
        code ^= line.starts_with("```");
        if !code && line.starts_with('#') {
            out.push(anchor(line.trim_start_matches('#')));
        }
    }
    out
}

#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for (page, text) in pages() {
        for link in text.split("](").skip(1).map(|l| l.split(')').next().unwrap()) {
            let (path, part) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { folder().join(&page) } else { folder().join(path) };
            assert!(target.exists(), "{page}: {link}");
            if !part.is_empty() {
                let there = anchors(&fs::read_to_string(&target).unwrap());
                assert!(there.iter().any(|a| a == part), "{page}: {link} is none of {there:?}");
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
