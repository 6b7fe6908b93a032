//! Limits, and input at and beyond them: each is one error that names the limit, nothing crashes,
//! and what is said of a large text stays small. That time is linear is shown by
//! `cargo bench --bench limits`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(all(target_os = "linux", feature = "cli"))]
#[path = "support/many.rs"]
mod many;

use std::path::Path;
use trustline::analysis::{Analysis, analyse};
use trustline::diagnostic::Diagnostic;
use trustline::diagnostic::terminal::render;
use trustline::model::{Entry, read, resolve};
use trustline::source::{Memory, SourceFile, Sources};
use trustline::syntax::tree::Date;

struct Case {
    analysis: Analysis,
    sources: Sources,
    /// What is wrong with the text and its names.
    diagnostics: Vec<Diagnostic>,
}

fn case(text: &str) -> Case {
    let files = Memory::new([("/m.tm", text), ("/x.tm", "llm x")]);
    let read = read(&files, Entry::File(Path::new("/m.tm")), None);
    let resolved = resolve(&read);
    let analysis = analyse(&resolved.model, Date::new(2026, 10, 1).unwrap());
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(resolved.diagnostics);
    Case { analysis, sources: read.sources, diagnostics }
}

impl Case {
    fn errors(&self) -> Vec<String> {
        let errors = self.diagnostics.iter().filter(|d| d.is_error());
        errors.map(|d| format!("{}: {}", d.code.name(), d.message)).collect()
    }

    /// All diagnostics, drawn.
    fn drawn(&self) -> String {
        let all = self.diagnostics.iter().chain(&self.analysis.diagnostics);
        all.map(|d| render(&self.sources, d, false)).collect()
    }
}

fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(|i| line(i) + "\n").collect()
}

#[test]
fn columns_count_characters_however_long_the_line() {
    let text = format!("a\n{}b\nc", "äb€🙂".repeat(1_000));
    let file = SourceFile::new("m.tm", text.as_str());
    for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
        let before = &text[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let at = file.position(offset as u32);
        assert_eq!((at.line as usize, at.column as usize), (line, column), "{offset}");
        let whole = &text[file.line(offset as u32)];
        assert_eq!(whole, text.lines().nth(line - 1).unwrap(), "{offset}");
    }
    // The end of a text that fills its blocks.
    for text in ["ä".repeat(512), "ä".repeat(1_024), String::new()] {
        let end = SourceFile::new("m.tm", text.as_str()).position(text.len() as u32);
        assert_eq!(end.column as usize, text.chars().count() + 1);
    }
}

#[test]
fn of_a_long_line_a_part_is_drawn() {
    let text = format!("llm a {{ {}colour: red }}", "owner: \"ä\", ".repeat(2_000));
    let c = case(&text);
    let d = c.diagnostics.iter().find(|d| d.message.contains("colour")).unwrap();
    let drawn = render(&c.sources, d, false);
    let column = text.split("colour").next().unwrap().chars().count() + 1;
    assert!(drawn.contains(&format!("/m.tm:1:{column}\n")), "{drawn}");
    assert!(drawn.contains("colour: red }") && drawn.contains("^^^^^^"), "{drawn}");
    assert!(drawn.len() < 2_000, "{} bytes", drawn.len());
    // Many mistakes on one line do not each show all of it.
    let c = case(&"} ] ) ".repeat(20_000));
    assert!(c.drawn().len() < 2_000_000, "{} bytes", c.drawn().len());
}

#[test]
fn labels_far_apart_are_drawn_apart() {
    let text = format!("llm a \"A\"\n{}llm a \"B\"\n", lines(2_000, |i| format!("llm b{i}")));
    let c = case(&text);
    let twice = c.diagnostics.iter().find(|d| d.is_error()).unwrap();
    let drawn = render(&c.sources, twice, false);
    assert!(drawn.contains("/m.tm:2002:5\n") && drawn.contains("/m.tm:1:5\n"), "{drawn}");
    assert!(drawn.contains("first here") && drawn.contains("again here"), "{drawn}");
    assert!(drawn.len() < 2_000, "{drawn}");
}

/// What would make far more of a text than stands in it is an error that names the limit.
#[test]
fn what_chains_repeat_is_bounded() {
    let names = |n: usize, name: &str| (0..n).map(|i| format!("{name}{i}")).collect::<Vec<_>>();
    let parts = lines(2_000, |i| format!("llm a{i}")) + &lines(2_000, |i| format!("documents d{i}"));
    let chain = names(2_000, "a").join(" -> ");
    let of_data = |n: usize| format!("{parts}{chain} {{ sends: [{}] }}", names(n, "d").join(", "));
    assert_eq!(case(&of_data(100)).errors(), Vec::<String>::new());
    let limit = "limit: chains come to more than 1000000 parts; from here on they are not read";
    assert_eq!(case(&of_data(2_000)).errors(), [limit]);
    let text = format!("{parts}{chain} {{ about: \"{}\" }}", "a".repeat(1_000));
    assert_eq!(case(&text).errors(), [limit]);
}

/// Nothing that follows what stands on another goes down the stack with it.
#[test]
fn long_chains_of_all_sorts_do_not_overflow() {
    let data = |i: usize| {
        if i == 0 { "documents d0".into() } else { format!("documents d{i} {{ from: [d{}] }}", i - 1) }
    };
    let kinds =
        |i: usize| if i == 0 { "kind k0: llm \"K\"".into() } else { format!("kind k{i}: k{} \"K\"", i - 1) };
    let flows = |i: usize| format!("llm m{i}\nm{i} -> m{} {{ sends: [d9] }}", i + 1);
    let ring = |i: usize| format!("documents d{i} {{ from: [d{}] }}", (i + 1) % 20_000);
    let ends = (0..5_000).map(|i| format!("m{i}")).collect::<Vec<_>>().join(" -> ");
    assert_eq!(case(&lines(20_000, data)).errors(), Vec::<String>::new());
    assert_eq!(case(&lines(20_000, ring)).errors().len(), 1);
    assert_eq!(case(&lines(400, kinds)).errors(), Vec::<String>::new());
    assert_eq!(case(&lines(5_000, kinds)).errors()[0], "limit: more than 500 kinds; the rest is not read");
    let text = lines(10, data) + &lines(5_000, flows) + "llm m5000";
    assert_eq!(case(&text).errors(), Vec::<String>::new());
    let text = lines(5_000, |i| format!("llm m{i}")) + &ends;
    assert_eq!(case(&text).errors(), Vec::<String>::new());
    let whole = |not: usize| {
        format!(
            "threat t \"T\" {{\n stride: tampering, on: flow, likelihood: 2, impact: 2, scenario: \"S\"\n when: {}crosses\n}}",
            "not ".repeat(not)
        )
    };
    assert_eq!(case(&whole(60)).errors(), Vec::<String>::new());
    let deep = case(&whole(100_000)).errors();
    assert!(deep.len() == 1 && deep[0].starts_with("limit: ") && deep[0].contains("64 deep"), "{deep:?}");
}

/// Of many responses to one threat each that is one too many is said once.
#[test]
fn responses_that_are_too_many_are_said_once_each() {
    let model = "prompts p\nanonymous_user u\nboundary b { gateway g\n gateway h }\nu -> g { sends: [p] }\nu -> h { sends: [p] }\n";
    let said = |responses: &str| {
        let c = case(&format!("{model}{responses}"));
        assert_eq!(c.errors(), Vec::<String>::new());
        c.analysis.diagnostics.iter().filter(|d| d.code.name() == "duplicate-response").count()
    };
    let one = |on: &str| format!("dismiss flow-flood on {on} {{ because: \"B\" }}\n");
    assert_eq!(said(&one("any flow")), 0);
    assert_eq!(said(&one("any flow").repeat(50)), 49);
    assert_eq!(said(&(one("any flow") + &one("*") + &one("u -> g") + &one("u -> h"))), 3);
    assert_eq!(said(&(one("u -> g") + &one("u -> h") + &one("*"))), 1);
    assert_eq!(said(&(one("u -> g") + &one("u -> h"))), 0);
}

/// A report of more than 5,000 threats in all forms of text shall take less than 300 MB, by the kernel's own count; the
/// bench of reports says how much. Here is some room, since it hangs on how threads meet.
#[cfg(all(target_os = "linux", feature = "cli"))]
#[test]
fn a_report_of_5000_threats_fits_the_memory() {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("m.tm"), many::together(270)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_trustline"))
        .args(["build", "m.tm", "--format", "html,md,json,csv", "--allow", "warnings"])
        .current_dir(dir.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0_u64;
    let ended = loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        peak = peak.max(line.map_or(0, |l| l.trim().trim_end_matches(" kB").parse().unwrap()));
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(ended.success());
    let rows = std::fs::read_to_string(dir.path().join("out/m.csv")).unwrap().lines().count();
    assert!(rows > 5_000, "{rows}");
    assert!(peak > 10_000 && peak * 1024 < 350_000_000, "{peak} kB");
}
