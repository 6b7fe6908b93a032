//! Changes of statements: a property set, an entry added to a list, with the author's lines kept.

use super::{Snapshot, indentation};
use crate::diagnostic::Edit;
use crate::model::words::Word;
use crate::source::Span;
use crate::syntax::tree::{Block, Property, Shape, Statement, ValueKind};

/// The property of a name of a block.
pub(super) fn property<'t>(block: &'t Block, name: &str) -> Option<&'t Property> {
    block.statements.iter().find_map(|s| match &s.shape {
        Shape::Property(p) if p.name.text == name => Some(p),
        _ => None,
    })
}

/// The edit that adds an entry to a list of a statement: to the list that is there, to a new property, or
/// in a new block. Nothing if the entry stands there already.
pub(super) fn added(s: &Snapshot, statement: &Statement, name: &str, entry: &str) -> Option<Edit> {
    let file = statement.span.file;
    let text = &s.source(file)?.text;
    let at = |offset: usize, text: String| Edit { span: Span::new(file, offset, offset), text };
    let Some(block) = statement.block() else {
        return Some(at(statement.span.range().end, format!(" {{ {name}: [{entry}] }}")));
    };
    let Some(p) = property(block, name) else {
        return Some(set(s, block, text, &format!("{name}: [{entry}]")));
    };
    let range = p.value.span.range();
    match &p.value.kind {
        ValueKind::List(items) => {
            let written = |v: &crate::syntax::tree::Value| s.sources().text(v.span) == entry;
            if items.iter().any(written) {
                return None;
            }
            match items.last() {
                Some(last) => Some(at(last.span.range().end, format!(", {entry}"))),
                None => Some(Edit { span: p.value.span, text: format!("[{entry}]") }),
            }
        }
        _ => {
            let one = text.get(range)?;
            (one != entry).then(|| Edit { span: p.value.span, text: format!("[{one}, {entry}]") })
        }
    }
}

/// The edit that puts a property at the beginning of a block.
fn set(s: &Snapshot, block: &Block, text: &str, property: &str) -> Edit {
    let file = block.span.file;
    let inside = block.span.range().start + 1;
    let place = Span::new(file, inside, inside);
    match block.statements.first() {
        // On lines of their own, as the statement that follows.
        Some(first) if s.sources().text(Span { end: first.span.start, ..block.span }).contains('\n') => {
            let blanks = indentation(text, first.span.range().start);
            Edit { span: place, text: format!("\n{blanks}{property}") }
        }
        Some(_) => Edit { span: place, text: format!(" {property},") },
        None => Edit { span: block.span, text: format!("{{ {property} }}") },
    }
}

/// A statement on lines of its own behind another one, as deep as that.
pub(super) fn behind(s: &Snapshot, statement: &Statement, new: &str) -> Option<Edit> {
    let file = statement.span.file;
    let source = s.source(file)?;
    let blanks = indentation(&source.text, statement.span.range().start);
    let end = source.line(statement.span.end).end;
    let end = if source.text.get(..end).is_some_and(|t| t.ends_with('\r')) { end - 1 } else { end };
    Some(Edit { span: Span::new(file, end, end), text: format!("\n{blanks}{new}") })
}

/// A statement on a line of its own before another one, as deep as that.
pub(super) fn before(s: &Snapshot, statement: &Statement, new: &str) -> Option<Edit> {
    let file = statement.span.file;
    let source = s.source(file)?;
    let start = statement.span.range().start;
    let blanks = indentation(&source.text, start);
    Some(Edit { span: Span::new(file, start, start), text: format!("{new}\n{blanks}") })
}

/// A statement at the end of the model's own file.
pub(super) fn at_end(s: &Snapshot, new: &str) -> Option<Edit> {
    let (file, source) = s.sources().iter().next()?;
    let end = source.text.len();
    let gap = if source.text.is_empty() || source.text.ends_with('\n') { "" } else { "\n" };
    Some(Edit { span: Span::new(file, end, end), text: format!("{gap}{new}\n") })
}

/// Whether a statement of a word takes older names.
pub(super) fn takes_was(word: Option<&Word>) -> bool {
    word.is_none_or(|w| w.properties.iter().any(|p| p.name == "was"))
}
