//! The one style of a Trustline text.
//!
//! [`format`] lays a text out anew. It moves blanks, line ends and the commas and semicolons that
//! part statements, and nothing else: every other token and every comment comes out, in its order.
//! What comes out must say the same. Of a text of good form that most often shows by the tokens;
//! else what comes out is read again, and if its tree, its comments or its mistakes were not those
//! of the text, the text would stay as it was.
//!
//! # The style
//!
//! - Two blanks of indentation a block, one blank between tokens, one statement a line, one line
//!   end at the end of the file. Of several blank lines one stays, and none at the beginning or
//!   the end of a block.
//! - A block or map that its author wrote on one line stays on one line, with commas, if it fits
//!   into [`WIDTH`] columns and holds properties only, or one statement. Any other has one
//!   statement a line, without commas.
//! - A list stands on one line if it fits, else it has one item a line. No comma follows the last
//!   item. A list whose comments stand on lines of their own, or end one, keeps its lines.
//! - The lines of a `when` begin with `and` or `or`, deeper by the parentheses that are open. Where
//!   its author broke it, it stays broken; where it does not fit it breaks before each `or`, or
//!   before each `and` if it has no `or`, that stands outside of parentheses.
//! - A text in `"""` over several lines begins on the line below its opener, two blanks deeper
//!   than its statement, and its closer stands on a line of its own, as deep as the statement.
//! - A comment stays where it is: on a line of its own, at the end of a line, or between tokens.
//!
//! Nothing is aligned in columns, neither labels nor comments at the ends of lines: where one name
//! is longer than its column was, an aligned table changes in every line, and in a review the
//! change that matters drowns. One blank stands before `//` as before any token.
//!
//! # Mistakes
//!
//! A statement with a mistake is left as its author wrote it, its block included; it is only
//! moved to its indentation as a whole. Where a mistake has an effect beyond its statement, as a
//! bracket that is not closed has, the whole top-level statement stays, or else the text.

mod alike;
mod cut;
mod pieces;
mod shift;
mod write;

use super::{Parsed, read};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// The columns of a line that lists and blocks on one line may fill.
pub const WIDTH: usize = 100;

/// A text in the one style.
#[derive(Clone, Debug)]
pub struct Formatted {
    /// The text.
    pub text: String,
    /// What is wrong with the form of the text as it was, with places in that.
    pub diagnostics: Vec<Diagnostic>,
    /// What was left as it was, with places in the text as it was. Empty for a text of good form.
    pub kept: Vec<Span>,
}

/// Formats a text. It never fails; time and memory are linear in the length of the text.
///
/// A text over a limit of the parser stays as it is.
pub fn format(file: FileId, text: &str) -> Formatted {
    let unchanged = |diagnostics| Formatted {
        text: text.to_owned(),
        diagnostics,
        kept: vec![Span::new(file, 0, text.len())],
    };
    let parsed = match read(file, text, None) {
        Ok(parsed) => parsed,
        Err(limit) => return unchanged(vec![*limit]),
    };
    for care in [Care::Statements, Care::TopLevel] {
        if let Some((text, kept)) = attempt(&parsed, text, care) {
            return Formatted { text, diagnostics: parsed.diagnostics, kept };
        }
    }
    unchanged(parsed.diagnostics)
}

/// How much around a mistake is left as it is.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Care {
    /// The innermost statement in which it stands.
    Statements,
    /// The statement of the file in which it stands.
    TopLevel,
}

/// The text anew, and what was left of it as it was.
fn lay_out(parsed: &Parsed, text: &str, care: Care) -> (String, Vec<Span>) {
    let mut reader = cut::Reader::new(parsed, text, care);
    let file = reader.file(&parsed.tree.statements);
    (write::write(&file), reader.kept)
}

/// The text anew with a care, and what was left; nothing if it does not say what the text says, or
/// would not be left alone when it is formatted in its turn.
fn attempt(parsed: &Parsed, text: &str, care: Care) -> Option<(String, Vec<Span>)> {
    let (out, kept) = lay_out(parsed, text, care);
    // A text of good form is left alone by how it is laid out; about mistakes nobody knows.
    let good = parsed.diagnostics.is_empty();
    if good && alike::alike(text, &out) {
        return Some((out, kept));
    }
    let after = read(parsed.tree.file, &out, None).ok()?;
    if !same(parsed, text, &after, &out) {
        return None;
    }
    let alone = good || lay_out(&after, &out, care).0 == out;
    let settled = care == Care::Statements
        || attempt(&after, &out, Care::Statements).is_none_or(|(again, _)| again == out);
    (alone && settled).then_some((out, kept))
}

/// Whether two texts have the same marks, statements, comments and mistakes.
fn same(before: &Parsed, text: &str, after: &Parsed, out: &str) -> bool {
    let codes = |p: &Parsed| p.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>();
    marks(text).eq(marks(out))
        && codes(before) == codes(after)
        && before.tree.form(text) == after.tree.form(out)
        && comments(before, text).eq(comments(after, out))
}

/// A text without blanks, line ends and what parts statements.
fn marks(text: &str) -> impl Iterator<Item = char> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | ';'))
}

/// The lines of all comments without the blanks around them.
fn comments<'a>(parsed: &'a Parsed, text: &'a str) -> impl Iterator<Item = &'a str> {
    parsed
        .tree
        .comments
        .iter()
        .flat_map(|c| text.get(c.span.range()).unwrap_or("").split('\n').map(str::trim))
}
