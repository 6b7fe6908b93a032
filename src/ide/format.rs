//! The one style, as edits that leave everything else where it is.
//!
//! The style moves blanks, line ends and the commas and semicolons that part statements, and nothing else.
//! So the new text differs from the old one only between their other characters, and each such gap can be
//! changed by itself: cursors and marks stay where they were, and a range is formatted by the gaps in it.

use super::context::Context;
use super::{At, Edits, Snapshot, holds};
use crate::diagnostic::Edit;
use crate::source::{FileId, Span};
use crate::syntax::format::format;
use crate::syntax::tree::{Statement, Tree};

/// The edits that lay a file out; none if it is in the style.
pub fn file(s: &Snapshot, file: FileId) -> Edits {
    let Some(source) = s.source(file) else { return Vec::new() };
    changes(file, &source.text)
}

/// The edits that lay out the statements that a range touches, with their blocks.
pub fn range(s: &Snapshot, file: FileId, range: std::ops::Range<usize>) -> Edits {
    let (Some(tree), Some(source)) = (s.tree(file), s.source(file)) else { return Vec::new() };
    let Some(whole) = enclosing(tree, range) else { return Vec::new() };
    let line = source.line(whole.start).start;
    let inside = |e: &Edit| line <= e.span.range().start && e.span.range().end <= whole.range().end;
    let mut edits = changes(file, &source.text);
    // The blanks before the first statement belong to it, the line end before them does not.
    for e in &mut edits {
        let r = e.span.range();
        if r.start < line && r.end == whole.range().start {
            let kept = e.text.rfind('\n').map_or(0, |i| i + 1);
            *e = Edit {
                span: Span::new(file, line, r.end),
                text: e.text.get(kept..).unwrap_or("").to_owned(),
            };
        }
    }
    edits.retain(|e| inside(e) && source.text.get(e.span.range()) != Some(e.text.as_str()));
    edits
}

/// From the first to the last statement that a range touches, in the innermost block that holds it.
fn enclosing(tree: &Tree, range: std::ops::Range<usize>) -> Option<Span> {
    let mut list: &[Statement] = &tree.statements;
    loop {
        let holding = list.iter().find(|s| {
            let block = s.block().map(|b| b.span.range());
            block.is_some_and(|b| b.start < range.start && range.end < b.end)
        });
        match holding.and_then(Statement::block) {
            Some(block) if !block.statements.is_empty() => list = &block.statements,
            _ => break,
        }
    }
    let touched =
        list.iter().filter(|s| s.span.range().start <= range.end && range.start <= s.span.range().end);
    touched.map(|s| s.span).reduce(Span::to)
}

/// What follows on a typed character: behind a `}` its statement is laid out, on a new line the blanks of
/// its depth stand.
pub fn typed(s: &Snapshot, at: At, character: char) -> Edits {
    let (Some(tree), Some(source)) = (s.tree(at.file), s.source(at.file)) else { return Vec::new() };
    match character {
        '}' => {
            let mut list: &[Statement] = &tree.statements;
            while let Some(inner) = list.iter().find(|s| holds(s.span, at.offset)) {
                if inner.block().is_some_and(|b| b.closed && b.span.range().end == at.offset) {
                    return range(s, at.file, inner.span.range());
                }
                list = inner.block().map_or(&[][..], |b| &b.statements);
            }
            Vec::new()
        }
        '\n' => {
            let text = &source.text;
            let line = source.line(u32::try_from(at.offset).unwrap_or(u32::MAX));
            let context = Context::of(text, line.start);
            if context.inside != super::context::Inside::Code {
                return Vec::new();
            }
            let content = text.get(line.clone()).unwrap_or("");
            let blanks = content.len() - content.trim_start_matches([' ', '\t']).len();
            let closes = content.trim_start().starts_with(['}', ']', ')']);
            let depth = context.frames.len().saturating_sub(usize::from(closes));
            let wanted = "  ".repeat(depth);
            let span = Span::new(at.file, line.start, line.start + blanks);
            let same = text.get(span.range()) == Some(wanted.as_str());
            if same { Vec::new() } else { vec![Edit { span, text: wanted }] }
        }
        _ => Vec::new(),
    }
}

/// What the style may move.
fn moves(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '\u{feff}')
}

/// The edits from a text to its style.
fn changes(file: FileId, old: &str) -> Edits {
    let new = format(file, old).text;
    if new == old {
        return Vec::new();
    }
    gaps(file, old, &new).unwrap_or_else(|| vec![Edit { span: Span::new(file, 0, old.len()), text: new }])
}

/// One edit for each gap that differs; nothing if the two differ in more.
fn gaps(file: FileId, old: &str, new: &str) -> Option<Edits> {
    let mut edits = Vec::new();
    let (mut a, mut b) = (0, 0);
    loop {
        let gap = |text: &str, at: usize| -> Option<usize> {
            let rest = text.get(at..)?;
            Some(at + rest.len() - rest.trim_start_matches(moves).len())
        };
        let (x, y) = (gap(old, a)?, gap(new, b)?);
        let (was, is) = (old.get(a..x)?, new.get(b..y)?);
        if was != is {
            edits.push(Edit { span: Span::new(file, a, x), text: is.to_owned() });
        }
        let (left, right) = (old.get(x..)?, new.get(y..)?);
        match (left.chars().next(), right.chars().next()) {
            (None, None) => return Some(edits),
            (Some(c), Some(d)) if c == d => {
                a = x + c.len_utf8();
                b = y + d.len_utf8();
            }
            _ => return None,
        }
    }
}
