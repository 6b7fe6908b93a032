//! Any text is read: no panic, and every place that is told lies in the text, on characters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trustline::source::{FileId, Span};
use trustline::syntax::parse;
use trustline::syntax::tree::Statement;

fuzz_target!(|text: &str| {
    let parsed = parse(FileId(0), text);
    let within = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
    let mut at = 0;
    for c in &parsed.tree.comments {
        within(c.span);
        assert!(c.span.start >= at, "comments are out of order");
        at = c.span.end;
    }
    for d in &parsed.diagnostics {
        d.primary.iter().chain(&d.labels).for_each(|l| within(l.span));
        d.fix.iter().flat_map(|f| &f.edits).for_each(|e| within(e.span));
    }
    let faulty = statements(&parsed.tree.statements, 0, text.len());
    assert!(!faulty || !parsed.diagnostics.is_empty(), "a statement is faulty, and nothing was said");
    // Fixes are to be applied as they are, so they must not overlap within one.
    for fix in parsed.diagnostics.iter().filter_map(|d| d.fix.as_ref()) {
        let mut at = 0;
        for e in &fix.edits {
            assert!(e.span.start >= at, "edits of a fix overlap");
            at = e.span.end;
        }
    }
    parsed.tree.dump(text);
});

/// Whether any is faulty. They stand in order, children within parents.
fn statements(all: &[Statement], start: usize, end: usize) -> bool {
    let mut at = start;
    let mut faulty = false;
    for s in all {
        let (from, to) = (s.span.start as usize, s.span.end as usize);
        assert!(from >= at && to >= from && to <= end, "statements overlap");
        at = to;
        faulty |= s.faulty;
        if let Some(b) = s.block() {
            let (from, to) = (b.span.start as usize, b.span.end as usize);
            faulty |= statements(&b.statements, from, to);
        }
    }
    faulty
}
