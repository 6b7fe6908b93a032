//! The one style: cases in `tests/format`, and what holds for any text.
//!
//! `NAME.tm` gives `NAME.out.tm` beside it; `TRUSTLINE_BLESS=1` writes what comes out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use trustline::source::FileId;
use trustline::syntax::format::{Formatted, WIDTH, format};
use trustline::syntax::parse;

#[path = "support/soup.rs"]
mod soup;
#[path = "support/written.rs"]
mod written;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All `.tm` files of folders of the repository with their texts, in order.
fn files(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let mut folders: Vec<PathBuf> = folders.iter().map(|f| root().join(f)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "tm")
                && let Ok(text) = fs::read_to_string(&path)
            {
                out.push((path, text));
            }
        }
    }
    out.sort();
    out
}

/// What is left of a text without what the style may change: blanks, line ends, and the marks
/// that part statements. Commas and semicolons of texts and comments are gone too, which is fine:
/// what is compared is the order of everything else.
fn bones(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';')).collect()
}

fn comments(text: &str) -> Vec<String> {
    let parsed = parse(FileId(0), text);
    let lines = parsed.tree.comments.iter().flat_map(|c| text[c.span.range()].split('\n'));
    lines.map(|l| l.trim().to_owned()).collect()
}

/// What holds for any text: tree, comments, mistakes and all marks survive, and what comes out is
/// left alone.
fn sound(text: &str) -> Formatted {
    let out = format(FileId(0), text);
    let (before, after) = (parse(FileId(0), text), parse(FileId(0), &out.text));
    assert_eq!(
        before.tree.form(text),
        after.tree.form(&out.text),
        "the tree of\n{text}\nis not that of\n{}",
        out.text
    );
    let codes = |p: &trustline::syntax::Parsed| p.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes(&before), codes(&after), "mistakes of\n{text}\nare not those of\n{}", out.text);
    assert_eq!(codes(&before), out.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>());
    assert_eq!(comments(text), comments(&out.text), "comments of\n{text}\nare not those of\n{}", out.text);
    assert_eq!(bones(text), bones(&out.text), "marks of\n{text}\nare not those of\n{}", out.text);
    let again = format(FileId(0), &out.text);
    assert_eq!(out.text, again.text, "not left alone, of\n{text}");
    if before.diagnostics.is_empty() {
        assert!(out.kept.is_empty(), "kept without a mistake: {:?} of\n{text}", out.kept);
        styled(&out.text);
    }
    out
}

/// What can be seen of the style in any text that has no mistake.
fn styled(text: &str) {
    assert!(text.is_empty() || text.ends_with('\n') && !text.ends_with("\n\n"), "the end of {text:?}");
    assert!(!text.starts_with(['\n', ' ', '\u{FEFF}']), "the beginning of {text:?}");
    for line in text.lines() {
        assert!(line.trim_end() == line, "blanks at the end of {line:?}");
    }
}

#[test]
fn cases() {
    let bless = std::env::var_os("TRUSTLINE_BLESS").is_some();
    let cases = files(&["tests/format"]);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in cases.iter().filter(|(p, _)| !p.to_string_lossy().ends_with(".out.tm")) {
        seen += 1;
        let out = sound(text);
        let beside = path.with_extension("out.tm");
        if bless {
            fs::write(&beside, &out.text).unwrap();
        } else if fs::read_to_string(&beside).ok().as_ref() != Some(&out.text) {
            wrong.push(format!("{}:\n{}", path.display(), out.text));
        }
        let broken = path.file_name().unwrap().to_string_lossy().starts_with("broken");
        assert_eq!(broken, !out.diagnostics.is_empty(), "{}: {:?}", path.display(), out.diagnostics);
    }
    assert!(seen >= 30, "{seen} cases");
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_of_the_repository_survives() {
    let all = files(&["tests", "examples", "src"]);
    assert!(all.len() > 150, "{} files", all.len());
    for (path, text) in &all {
        assert!(format(FileId(0), text).diagnostics.is_empty() || path.starts_with(root().join("tests")));
        sound(text);
        if text.len() < 4_000 {
            sound(&text.replace('\n', "\r\n"));
        }
    }
}

#[test]
fn what_readers_learn_from_is_in_the_style() {
    let mut seen = 0;
    for (path, text) in files(&["examples", "src/catalog"]) {
        seen += 1;
        let out = format(FileId(0), &text);
        assert!(out.text == text, "{}: `trustline fmt examples src/catalog` writes it", path.display());
    }
    assert!(seen > 15);
}

/// With every blank line, every indentation and every end of a block taken away or doubled, a
/// text comes out the same.
#[test]
fn how_far_it_was_indented_does_not_matter() {
    for (path, text) in files(&["examples", "src/catalog"]) {
        // Texts have indentation of their own.
        let plain = !text.contains("\"\"\"");
        let flat: String = text.lines().map(|l| format!("{}\n", l.trim_start())).collect();
        let deep: String = text.lines().map(|l| format!("\t {l}  \n\n\n")).collect();
        if plain {
            assert_eq!(format(FileId(0), &flat).text, text, "{}", path.display());
        }
        let deep = format(FileId(0), &deep).text;
        let lines = |t: &str| t.lines().filter(|l| !l.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&deep), lines(&text), "{}", path.display());
    }
}

#[test]
fn a_text_over_a_limit_stays_as_it_is() {
    let deep = "boundary a {\r\n".repeat(65);
    let long = "a  ->  b\r\n".repeat(340_000);
    let large = " ".repeat(16 * 1024 * 1024 + 1);
    for text in [deep, long, large] {
        let out = format(FileId(0), &text);
        assert!(out.text == text, "{} bytes became {}", text.len(), out.text.len());
        assert_eq!(out.diagnostics.len(), 1);
        assert_eq!(out.kept.len(), 1);
    }
}

/// A list of texts at 63 brackets grows by more than a hundred blanks an item. What would be over
/// the limit afterwards stays as it is.
#[test]
fn no_text_becomes_too_large_to_be_read() {
    let items = "\"\",".repeat(135_000);
    let text = format!("{}x: [{items}]{}", "a b {".repeat(63), "}".repeat(63));
    let out = format(FileId(0), &text);
    assert!(out.diagnostics.is_empty() && out.text == text);
}

#[test]
fn hostile_text_is_formatted() {
    let n = 1_000;
    let units = [
        "{",
        "}",
        "[",
        "a b {\n",
        "x: [",
        "\"",
        "\"\"\"",
        "/*",
        "/* */",
        "//\n",
        ";",
        ",",
        "x: 1, ",
        "a -> ",
        "\n",
        "a -> b\n",
        "when: a and b\n",
        "x: a b\n",
        "\r",
        "\u{a0}",
        "#\n",
        "/* a\n b */ ",
        "a b /* c\n d */ {}\n",
        "x: \"\"\"\n a\n\"\"\"\n",
        "a b // c\n{}\n",
        "x: [a, // b\n c]\n",
        "x: [[], []]\n",
    ];
    for unit in units {
        for head in ["", "boundary a {\n", "x: [", "x: { ", "when: (a and "] {
            let text = format!("{head}{}", unit.repeat(n));
            let out = format(FileId(0), &text);
            assert!(bones(&out.text) == bones(&text), "{head:?} {unit:?}");
        }
    }
}

#[test]
fn nothing_that_can_be_broken_is_wider_than_it_should_be() {
    for (path, text) in files(&["examples", "src/catalog"]) {
        for line in format(FileId(0), &text).text.lines().filter(|l| l.chars().count() > WIDTH) {
            let list = line.trim_end().ends_with(']') && line.contains(": [");
            let block = line.trim_end().ends_with('}') && line.contains(" { ");
            assert!(!list && !block, "{}: {line}", path.display());
        }
    }
}

fn corpus() -> &'static Vec<String> {
    static CORPUS: OnceLock<Vec<String>> = OnceLock::new();
    CORPUS.get_or_init(|| files(&["tests", "examples", "src"]).into_iter().map(|(_, t)| t).collect())
}

/// Some lines of a file of the repository.
fn passage() -> impl Strategy<Value = String> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 5..60usize).prop_map(
        |(file, line, count)| {
            let text = file.get(corpus());
            let lines: Vec<&str> = text.split('\n').collect();
            let first = if lines.len() > count { line.index(lines.len() - count) } else { 0 };
            lines[first..lines.len().min(first + count)].join("\n")
        },
    )
}

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..most)
}

fn cases_of(n: u32) -> ProptestConfig {
    ProptestConfig {
        cases: n,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases_of(600))]

    #[test]
    fn well_formed_text_survives(bytes in bytes(400)) {
        let text = written::text(&bytes);
        let said = parse(FileId(0), &text).diagnostics;
        prop_assert!(said.is_empty(), "the generator made a mistake: {said:?} in\n{text}");
        sound(&text);
    }

    #[test]
    fn spoiled_text_survives(bytes in bytes(300), edits in bytes(20)) {
        sound(&written::spoiled(&written::text(&bytes), &edits));
    }

    #[test]
    fn spoiled_files_survive(text in passage(), edits in bytes(20)) {
        sound(&written::spoiled(&text, &edits));
    }

    #[test]
    fn any_soup_of_tokens_survives(text in soup::soup()) {
        sound(&text);
    }

    #[test]
    fn any_text_survives(text in any::<String>()) {
        sound(&text);
    }
}

proptest! {
    #![proptest_config(cases_of(100))]

    #[test]
    fn deep_soup_survives(text in soup::deep_soup()) {
        sound(&text);
    }
}
