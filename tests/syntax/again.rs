//! A text that was read before and has changed: it is read as a new one is.

use super::soup::soup;
use super::{MODEL, read};
use proptest::prelude::*;
use std::path::Path;
use trustline::source::FileId;
use trustline::syntax::{Parsed, again::Before, parse_again};

/// Reads a text that was another one before: what comes out is what comes of reading it alone.
fn read_after(before: &Parsed, was: &str, text: &str) -> Parsed {
    let parsed = parse_again(FileId(0), text, Before { text: was, tree: &before.tree, seams: &before.seams });
    let fresh = read(text);
    assert_eq!(parsed.tree, fresh.tree, "{was:?}\n{text:?}");
    assert_eq!(format!("{:?}", parsed.diagnostics), format!("{:?}", fresh.diagnostics), "{was:?}\n{text:?}");
    // The next reading begins from these.
    assert_eq!(format!("{:?}", parsed.seams), format!("{:?}", fresh.seams), "{was:?}\n{text:?}");
    parsed
}

/// Every case and every line of it: with the line gone, come back, and moved as a whole.
#[test]
fn a_changed_text_is_read_as_a_new_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax");
    for path in ["good", "bad"].iter().flat_map(|f| std::fs::read_dir(folder.join(f)).unwrap()) {
        let path = path.unwrap().path();
        if path.extension().is_none_or(|e| e != "tm") {
            continue;
        }
        let Ok(whole) = std::fs::read_to_string(&path) else { continue };
        let first = read(&whole);
        read_after(&first, &whole, &format!("// moved\n{whole}llm last\n"));
        let (mut at, step) = (0, (whole.lines().count() / 40).max(1));
        for (n, line) in whole.split_inclusive('\n').enumerate() {
            if n % step == 0 {
                let gone = format!("{}{}", &whole[..at], &whole[at + line.len()..]);
                let parsed = read_after(&first, &whole, &gone);
                read_after(&parsed, &gone, &whole);
            }
            at += line.len();
        }
    }
}

/// Conditions that go on over lines, and commas that nothing stands before: what hangs together is not cut.
#[test]
fn what_hangs_together_is_read_together() {
    for (was, text) in [
        ("llm x { } when: a\nand b\nllm y\n", "llm x { } when: a\nand b\nllm yy\n"),
        ("when: a and\nb\nand c\nllm y\n", "when: a and\nb\nand c\nllm yy\n"),
        ("when: (a, b)\nand c\nllm y\n", "when: (a, b)\nand c\nllm yy\n"),
        ("a: b when: c\nand d\nllm y\n", "a: b when: c\nand d\nllm yy\n"),
        (";\nllm x\n", ",;\nllm x\n"),
        (",;\nllm x {\n  y: [,]\n}\n", ";\nllm x {\n  y: [,]\n}\n"),
    ] {
        read_after(&read(was), was, text);
        read_after(&read(text), text, was);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_any_text_is_read(first in soup(), changes in prop::collection::vec((soup(), any::<[u16; 2]>()), 1..6)) {
        let mut text = format!("{}\n{first}\n{}", &MODEL[..600], &MODEL[600..900]);
        let mut parsed = read(&text);
        for (more, places) in changes {
            let place = |p: u16| (0..=usize::from(p) % text.len()).rev().find(|p| text.is_char_boundary(*p)).unwrap();
            let (a, b) = (place(places[0]), place(places[1]));
            let more = if more.len() % 3 == 0 { "" } else { &more };
            let changed = format!("{}{more}{}", &text[..a.min(b)], &text[a.max(b)..]);
            parsed = read_after(&parsed, &text, &changed);
            text = if changed.is_empty() { "x".to_owned() } else { changed };
            if text == "x" {
                parsed = read(&text);
            }
        }
    }
}
