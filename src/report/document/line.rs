//! Running text: pieces of plain text, emphasis, links, breaks.

use crate::report::words::{Piece, pieces};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// What stands out.
    Strong(Line),
    /// What is stressed.
    Emphasis(Line),
    /// What is struck out.
    Struck(Line),
    /// A word of a program, plain text.
    Code(String),
    /// A link to a heading of this document.
    Inner {
        /// The heading's anchor.
        anchor: String,
        /// What is shown.
        text: Line,
    },
    /// A link to a heading of another page on which a part of the report stands.
    Page {
        /// The page, as the place where it is published calls it.
        page: String,
        /// The heading's anchor; empty for the page's beginning.
        anchor: String,
        /// What is shown.
        text: Line,
    },
    /// A link to a file that is attached to the page.
    Attached {
        /// Its name.
        file: String,
        /// What is shown.
        text: Line,
    },
    /// A link to elsewhere, whose scheme is one of [`ALLOWED`](crate::report::prose::ALLOWED).
    Outer {
        /// The address.
        url: String,
        /// What is shown.
        text: Line,
    },
    /// A new line.
    Break,
    /// A blank at which the author began a new line.
    Soft,
}

/// Running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line(pub Vec<Inline>);

impl Line {
    /// No text yet.
    pub fn new() -> Self {
        Line::default()
    }

    /// Goes on with plain text or another line.
    pub fn then(mut self, more: impl Into<Line>) -> Self {
        self.0.append(&mut more.into().0);
        self
    }

    /// Goes on with what stands out.
    pub fn strong(mut self, text: impl Into<Line>) -> Self {
        self.0.push(Inline::Strong(text.into()));
        self
    }

    /// Goes on with a word of a program.
    pub fn code(mut self, text: impl Into<String>) -> Self {
        self.0.push(Inline::Code(text.into()));
        self
    }

    /// Goes on with a link to a heading.
    pub fn inner(mut self, anchor: impl Into<String>, text: impl Into<Line>) -> Self {
        self.0.push(Inline::Inner { anchor: anchor.into(), text: text.into() });
        self
    }

    /// Goes on with a link to elsewhere.
    pub fn outer(mut self, url: impl Into<String>, text: impl Into<Line>) -> Self {
        self.0.push(Inline::Outer { url: url.into(), text: text.into() });
        self
    }

    /// A sentence of the report's own with what stands in its holes, by their names.
    pub fn filled(form: &str, with: &[(&str, Line)]) -> Line {
        let mut out = Line::new();
        for piece in pieces(form) {
            match piece {
                Piece::Said(text) => out.say(text),
                Piece::Hole(hole) => {
                    let lines = with.iter().filter(|(name, _)| *name == hole);
                    for inline in lines.flat_map(|(_, line)| &line.0) {
                        match inline {
                            Inline::Text(text) => out.say(text),
                            other => out.0.push(other.clone()),
                        }
                    }
                }
            }
        }
        out
    }

    /// Goes on with plain text, in one piece with what stands before it.
    fn say(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => self.0.push(Inline::Text(text.to_owned())),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|i| matches!(i, Inline::Text(t) if t.trim().is_empty()))
    }

    /// Lines with a text between them.
    pub fn join(lines: impl IntoIterator<Item = Line>, between: &str) -> Line {
        let mut out = Line::new();
        for (n, line) in lines.into_iter().enumerate() {
            if n > 0 {
                out = out.then(between);
            }
            out = out.then(line);
        }
        out
    }

    /// Lines one under another.
    pub fn stacked(lines: impl IntoIterator<Item = Line>) -> Line {
        let mut out = Line::new();
        for (n, mut line) in lines.into_iter().enumerate() {
            if n > 0 {
                out.0.push(Inline::Break);
            }
            out.0.append(&mut line.0);
        }
        out
    }

    /// Its words without emphasis and links.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for inline in &self.0 {
            match inline {
                Inline::Text(t) | Inline::Code(t) => out.push_str(t),
                Inline::Strong(l) | Inline::Emphasis(l) | Inline::Struck(l) => out.push_str(&l.plain()),
                Inline::Inner { text, .. }
                | Inline::Page { text, .. }
                | Inline::Attached { text, .. }
                | Inline::Outer { text, .. } => out.push_str(&text.plain()),
                Inline::Break | Inline::Soft => out.push(' '),
            }
        }
        out
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Line(vec![Inline::Text(text)])
    }
}

impl From<&String> for Line {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
