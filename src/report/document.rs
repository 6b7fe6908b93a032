//! The report as a document: headings, paragraphs, lists and tables as plain data, in the order in which
//! people read them.
//!
//! [`write`] makes it of a [`Report`]; every markup is written from it ([`super::markdown`]), so that a further
//! one says how a heading, a table or a link looks and nothing of what stands in a report. All texts here are
//! plain: who writes them out escapes them. Authors' Markdown comes in through the events of its parser
//! ([`prose`]).

mod appendix;
mod building;
mod card;
mod checklist;
mod coverage;
mod doing;
mod enough;
mod first;
mod line;
mod page;
mod paths;
pub mod prose;
mod wrong;

pub use line::{Inline, Line};
pub use page::write;

/// The report in blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The model's title, plain text.
    pub title: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading. What links lead to has an anchor, made of `[a-z0-9-]`, that is the heading's text too, so that
    /// markups that make anchors of headings make the same one.
    Heading {
        /// 1 to 4.
        level: usize,
        /// What links call it; empty if none leads here.
        anchor: String,
        /// Its text.
        text: Line,
    },
    /// A paragraph.
    Paragraph(Line),
    /// A list; with a first number if it is numbered. An item is blocks of its own.
    List {
        /// The first number.
        first: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A table. Each row has as many cells as the head.
    Table {
        /// The head.
        head: Vec<Line>,
        /// The rows.
        rows: Vec<Vec<Line>>,
    },
    /// What folds away where that is possible.
    Details {
        /// What stands in its place, plain text.
        summary: String,
        /// What is folded.
        body: Vec<Block>,
    },
    /// What a reader must not miss.
    Alert {
        /// How bad it is.
        mood: Mood,
        /// What it says.
        text: Line,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Lines to be shown as they are.
    Code(String),
    /// A picture, which has at least one file.
    Picture {
        /// The text that stands for it.
        title: String,
        /// The name of the SVG's file beside the report; may be empty.
        svg: String,
        /// The name of the PNG's file; may be empty.
        png: String,
        /// How large it is, and what in it leads where.
        frame: Frame,
    },
    /// The place for the contents: text and anchor of the main headings.
    Contents(Vec<(String, String)>),
    /// A line across.
    Rule,
}

/// A picture's size and the places in it that lead to headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Width of the picture in its own units, those of its SVG; 0 if it is not known.
    pub width: f64,
    /// Height in the same units.
    pub height: f64,
    /// Width of its PNG in pixels; 0 if it is not known.
    pub pixels: u32,
    /// Places that lead to headings; where two overlap, the first one counts.
    pub spots: Vec<Spot>,
}

/// A place in a picture that leads to a heading, in the units of its SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Left side.
    pub x: f64,
    /// Upper side.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The page on which the heading stands, as in [`Inline::Page`]; empty for this one.
    pub page: String,
    /// The heading's anchor.
    pub anchor: String,
    /// What stands there, plain text.
    pub title: String,
}

/// How bad what an alert says is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Something has to be done.
    Bad,
    /// It can't be judged, or waits for something.
    Open,
    /// All is settled.
    Good,
}

/// The anchor of a heading by the rule that wikis and doc sites share for plain words: lower case, hyphens for
/// blanks, punctuation left out.
pub fn anchor(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' => out.push('-'),
            c if c.is_alphanumeric() || matches!(c, '-' | '_') => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}
