//! What is to be laid out: tokens, comments and groups, each with what its author did around it as
//! far as the style keeps that, and how wide they are on one line.

use std::borrow::Cow;

/// A statement, a pair of a map, or an item of a list.
#[derive(Default)]
pub struct Line<'a> {
    pub parts: Vec<Part<'a>>,
}

/// A part of a line, in order.
pub enum Part<'a> {
    /// A token, and whether it stands close behind what is before it.
    Token { text: Cow<'a, str>, tight: bool },
    /// `and` or `or` in the value of `when`: how many parentheses are open there, how much deeper a line stands
    /// that begins with it because an `or` binds less, and whether the author began a line with it.
    Joint { word: &'a str, depth: usize, deeper: usize, breaks: bool },
    /// A comment between tokens.
    Comment(Comment<'a>),
    /// A list, map, block or arguments.
    Group(Group<'a>),
    /// The content of a text in `"""` over several lines.
    Text(String),
    /// A stretch that stays as it is, and the indentation of its line.
    Kept { text: &'a str, indent: usize },
}

/// A comment.
pub struct Comment<'a> {
    /// It, without blanks at its end.
    pub text: &'a str,
    /// Whether it goes to the end of its line.
    pub ends_line: bool,
    /// Whether a line begins with it.
    pub before: bool,
    /// Whether a line ends behind it.
    pub after: bool,
    /// Whether a blank line stands before it.
    pub blank: bool,
    /// Whether it stands before an item on the item's line.
    pub leads: bool,
    /// How much deeper than its statement it stands on a line of its own.
    pub depth: usize,
    /// The indentation of its line.
    pub indent: usize,
}

/// What a group is.
#[derive(Copy, Clone, PartialEq, Eq)]
pub enum Sort {
    /// All of the file; it has no brackets.
    File,
    /// A block or a map.
    Block,
    /// A list.
    List,
    /// The arguments of a call.
    Arguments,
}

/// Lines with what stands between them.
pub struct Group<'a> {
    pub sort: Sort,
    pub pieces: Vec<Piece<'a>>,
    /// How many columns it takes on one line; none if it can't stand on one.
    pub width: Option<usize>,
}

/// What stands in a group.
pub enum Piece<'a> {
    /// A line, and whether a blank line stands before it.
    Line { line: Line<'a>, blank: bool },
    /// A comment.
    Comment(Comment<'a>),
    /// What parts two lines if they stand on one.
    Comma,
}

// ---- Widths

/// How many columns a group takes on one line, if it can stand on one.
pub fn width(sort: Sort, pieces: &[Piece<'_>]) -> Option<usize> {
    let mut total = if sort == Sort::Block && !pieces.is_empty() { 4 } else { 2 };
    for (n, piece) in pieces.iter().enumerate() {
        total += match piece {
            Piece::Comma => 1,
            Piece::Line { line, .. } => line.width()? + usize::from(n > 0),
            Piece::Comment(c) => {
                if c.before || c.after {
                    return None;
                }
                c.width()? + usize::from(n > 0)
            }
        };
    }
    Some(total)
}

impl Comment<'_> {
    fn width(&self) -> Option<usize> {
        let one_line = !self.ends_line && !self.text.contains('\n');
        one_line.then(|| self.text.chars().count())
    }
}

impl Line<'_> {
    /// How many columns it takes on one line, if it can stand on one.
    pub fn width(&self) -> Option<usize> {
        let mut total = 0;
        for (n, part) in self.parts.iter().enumerate() {
            total += part.width()? + usize::from(n > 0 && !part.tight());
        }
        Some(total)
    }
}

impl Part<'_> {
    /// Whether no blank stands before it.
    pub fn tight(&self) -> bool {
        match self {
            Part::Token { tight, .. } => *tight,
            Part::Group(g) => g.sort == Sort::Arguments,
            _ => false,
        }
    }

    /// How many columns it takes on one line, if it can stand on one.
    pub fn width(&self) -> Option<usize> {
        let columns = |t: &str| (!t.contains('\n')).then(|| t.chars().count());
        match self {
            Part::Token { text, .. } => columns(text),
            Part::Joint { word, breaks, .. } => (!breaks).then_some(word.len()),
            Part::Comment(c) if c.before => None,
            Part::Comment(c) => c.width(),
            Part::Group(g) => g.width,
            Part::Text(_) => None,
            Part::Kept { text, .. } => columns(text),
        }
    }
}
