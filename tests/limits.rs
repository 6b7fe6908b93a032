//! Limits, and input at and beyond them: each is one error that names the limit, nothing crashes,
//! and what is said of a large text stays small. That time is linear is shown by
//! `cargo bench --bench limits`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

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
