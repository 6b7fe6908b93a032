//! Any text is formatted: its marks, tree, comments and mistakes survive, and what comes out is
//! left alone.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trustline::diagnostic::Code;
use trustline::source::FileId;
use trustline::syntax::format::format;
use trustline::syntax::{Parsed, parse};

fuzz_target!(|text: &str| {
    let formatted = format(FileId(0), text);
    let out = &formatted.text;
    let (before, after) = (parse(FileId(0), text), parse(FileId(0), out));
    assert_eq!(before.tree.form(text), after.tree.form(out), "the tree");
    assert_eq!(codes(&before), codes(&after), "the mistakes");
    assert_eq!(comments(&before, text), comments(&after, out), "the comments");
    assert_eq!(marks(text), marks(out), "the marks");
    assert_eq!(&format(FileId(0), out).text, out, "not left alone");
    if before.diagnostics.is_empty() {
        assert!(formatted.kept.is_empty(), "a text without a mistake is not formatted");
    }
});

fn codes(parsed: &Parsed) -> Vec<Code> {
    parsed.diagnostics.iter().map(|d| d.code).collect()
}

fn comments<'a>(parsed: &Parsed, text: &'a str) -> Vec<&'a str> {
    let lines = parsed.tree.comments.iter().flat_map(|c| text[c.span.range()].split('\n'));
    lines.map(str::trim).collect()
}

fn marks(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';')).collect()
}
