//! Text to tree.
//!
//! Parsing never fails: what has no form becomes part of the tree as a broken statement, and is
//! said once in the diagnostics. No word is looked up here; the model does that.
//!
//! A text goes through three steps. The scan finds quotes, comments and brackets, keeps the
//! limits, and mends what is not closed. The grammar reads what comes out, whatever it is. The
//! build makes the tree and says what did not fit, with the places of the text as it was.

pub mod again;
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
use again::{Before, Change};
pub use texts::quoted;
pub use tree::Tree;

/// A tree, and what is wrong with its text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree. It is empty if the text is over a limit.
    pub tree: Tree,
    /// What was wrong, in the order of the text. Empty for a text of good form.
    pub diagnostics: Vec<Diagnostic>,
    /// What whoever reads the text again, when it has changed, can begin from.
    pub seams: Seams,
}

/// Where a text can be cut into pieces that can be read one by one, and where something is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Seams {
    /// Between two statements that stand in nothing, in order. None if the text had to be mended first.
    cuts: Vec<u32>,
    /// Where something is wrong, in order, said or not.
    troubled: Vec<u32>,
}

impl Seams {
    /// Whether a stretch of a text of this length is a piece, from one cut to the next.
    fn is_piece(&self, start: usize, end: usize, length: usize) -> bool {
        let at = self.cuts.partition_point(|&c| (c as usize) < start);
        let (next, begins) = match self.cuts.get(at) {
            Some(&cut) if cut as usize == start => (at + 1, true),
            _ => (at, start == 0),
        };
        begins && self.cuts.get(next).map_or(length, |&c| c as usize) == end
    }
}

/// Parses a text. It never fails; time and memory are linear in the length of the text.
pub fn parse(file: FileId, text: &str) -> Parsed {
    read(file, text, None).unwrap_or_else(|limit| {
        let tree = Tree { file, statements: Vec::new(), comments: Vec::new() };
        Parsed { tree, diagnostics: vec![*limit], seams: Seams::default() }
    })
}

/// Gives what [`parse`] gives, in less time if the text was read before and most of it is as it was.
pub fn parse_again(file: FileId, text: &str, before: Before<'_>) -> Parsed {
    // Of more mistakes not all are told, and which are hangs on all of the text.
    let few = |seams: &Seams| seams.troubled.len() < limits::MISTAKES;
    let usable = before.tree.file == file && !before.seams.cuts.is_empty() && few(before.seams);
    let again = usable.then(|| read(file, text, Some(&Change::new(before, text))).ok()).flatten();
    again.filter(|parsed| few(&parsed.seams)).unwrap_or_else(|| parse(file, text))
}

/// Parses a text that is within the limits, but for what can be taken over from the text that it was.
fn read(file: FileId, text: &str, change: Option<&Change<'_>>) -> Result<Parsed, Box<Diagnostic>> {
    let mut scanned = scan::scan(file, text)?;
    if scanned.balanced {
        return Ok(build::build(file, text, &scanned.mended, &[&scanned.mended], scanned.notes, &[], change));
    }
    let balanced = brackets::balance(file, text, &scanned.mended)?;
    let places = balanced.diagnostics.iter().filter_map(|d| d.primary.as_ref()).map(|l| l.span.start);
    scanned.notes.flagged.extend(places);
    scanned.notes.diagnostics.extend(balanced.diagnostics);
    let mended = mended::Mended::new(&scanned.mended.text, balanced.patches);
    Ok(build::build(
        file,
        text,
        &mended,
        &[&mended, &scanned.mended],
        scanned.notes,
        &balanced.unclosed,
        None,
    ))
}
