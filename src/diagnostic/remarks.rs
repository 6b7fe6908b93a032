//! What is wrong in a file of settings: TOML whose keys and words are known, each remark at its place.

use super::nearest::nearest;
use super::{Code, Diagnostic};
use crate::source::{FileId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// What is said of one file while it is read.
#[derive(Clone, Debug)]
pub struct Remarks {
    file: FileId,
    code: Code,
    out: Vec<Diagnostic>,
}

impl Remarks {
    /// None yet. All of them will have this code.
    pub fn new(file: FileId, code: Code) -> Self {
        Remarks { file, code, out: Vec::new() }
    }

    /// The file's table, as far as it is TOML; where it is not, is said.
    pub fn table<'t>(&mut self, text: &'t str) -> Spanned<DeTable<'t>> {
        let (root, errors) = DeTable::parse_recoverable(text);
        for e in errors {
            // The parser's own words quote nothing of the text but its signs.
            let message = format!("this is not TOML: {}", e.message().trim().replace('\n', ", "));
            self.say(e.span().unwrap_or(0..0), message);
        }
        root
    }

    /// A place in the file.
    pub fn span(&self, at: &Range<usize>) -> Span {
        Span::new(self.file, at.start, at.end)
    }

    /// Says something of a place.
    pub fn say(&mut self, at: Range<usize>, message: impl Into<String>) {
        self.add(at, message, None);
    }

    /// Says something of a place, and what to do about it.
    pub fn add(&mut self, at: Range<usize>, message: impl Into<String>, help: Option<String>) {
        let mut d = Diagnostic::new(self.code, self.span(&at), message);
        d.help.extend(help);
        self.out.push(d);
    }

    /// Says that a word is none of those that may stand there. In `what`, `*` stands for the word.
    pub fn unknown(&mut self, at: Range<usize>, what: &str, word: &str, known: &[&str]) {
        let help = match nearest(word, known.iter().copied()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("Known are {}.", known.join(", ")),
        };
        self.add(at, what.replace('*', &format!("`{}`", word.escape_debug())), Some(help));
    }

    /// Adds a remark that is made already.
    pub fn push(&mut self, d: Diagnostic) {
        self.out.push(d);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Whether one is an error.
    pub fn failed(&self) -> bool {
        self.out.iter().any(Diagnostic::is_error)
    }

    /// All of them, in the order of their places.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.out.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
        self.out
    }
}
