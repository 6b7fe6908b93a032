//! Text to tree.
//!
//! Parsing never fails: what has no form becomes part of the tree as a broken statement, and is
//! said once in the diagnostics. No word is looked up here; the model does that.
//!
//! A text goes through three steps. The scan finds quotes, comments and brackets, keeps the
//! limits, and mends what is not closed. The grammar reads what comes out, whatever it is. The
//! build makes the tree and says what did not fit, with the places of the text as it was.

mod brackets;
mod build;
mod dump;
mod expression;
pub mod format;
mod grammar;
mod letters;
mod limits;
mod mended;
mod scan;
mod slips;
mod texts;
pub mod tree;

use crate::diagnostic::Diagnostic;
use crate::source::FileId;
pub use texts::quoted;
pub use tree::Tree;

/// A tree, and what is wrong with its text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree. It is empty if the text is over a limit.
    pub tree: Tree,
    /// What was wrong, in the order of the text. Empty for a text of good form.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a text. It never fails; time and memory are linear in the length of the text.
pub fn parse(file: FileId, text: &str) -> Parsed {
    match read(file, text) {
        Ok(parsed) => parsed,
        Err(limit) => {
            let tree = Tree { file, statements: Vec::new(), comments: Vec::new() };
            Parsed { tree, diagnostics: vec![*limit] }
        }
    }
}

/// Parses a text that is within the limits.
fn read(file: FileId, text: &str) -> Result<Parsed, Box<Diagnostic>> {
    let mut scanned = scan::scan(file, text)?;
    if scanned.balanced {
        return Ok(build::build(file, text, &scanned.mended, &[&scanned.mended], scanned.notes, &[]));
    }
    let balanced = brackets::balance(file, text, &scanned.mended)?;
    let places = balanced.diagnostics.iter().filter_map(|d| d.primary.as_ref()).map(|l| l.span.start);
    scanned.notes.flagged.extend(places);
    scanned.notes.diagnostics.extend(balanced.diagnostics);
    let mended = mended::Mended::new(&scanned.mended.text, balanced.patches);
    Ok(build::build(file, text, &mended, &[&mended, &scanned.mended], scanned.notes, &balanced.unclosed))
}
