//! Diagnostics as data for other programs, with places as lines and columns.
//!
//! Names and meaning of the fields are fixed: `src/cli/check/check.schema.json` has them.

use super::{Diagnostic, Edit, Severity};
use crate::source::{Sources, Span};
use serde::Serialize;

/// A diagnostic with its places.
#[derive(Clone, Debug, Serialize)]
pub struct Plain {
    /// The code, which `trustline explain` knows.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where; all null where it has no place in a file.
    #[serde(flatten)]
    pub place: Place,
    /// A word at the place; null if there is none.
    pub label: Option<String>,
    /// Other places that belong to it.
    pub labels: Vec<Labelled>,
    /// What to do, each a sentence.
    pub help: Vec<String>,
    /// The change that ends it; null if there is not one right answer.
    pub fix: Option<PlainFix>,
}

/// A place: lines and columns from 1, columns in characters, the end behind the last character.
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs)]
pub struct Place {
    pub file: Option<String>,
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub end_line: Option<u32>,
    pub end_column: Option<u32>,
}

/// A further place with a word about it.
#[derive(Clone, Debug, Serialize)]
pub struct Labelled {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The word; may be empty.
    pub text: String,
}

/// A change.
#[derive(Clone, Debug, Serialize)]
pub struct PlainFix {
    /// What it does, in a few words.
    pub message: String,
    /// Its edits, to be made together.
    pub edits: Vec<PlainEdit>,
}

/// A text in the place of another.
#[derive(Clone, Debug, Serialize)]
pub struct PlainEdit {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Offset of the first byte that is replaced, in the file without its byte order mark.
    pub start: u32,
    /// Offset behind the last one.
    pub end: u32,
    /// What takes their place.
    pub text: String,
}

impl Place {
    /// The place of a span.
    pub fn of(sources: &Sources, span: Span) -> Place {
        let Some(file) = sources.get(span.file) else { return Place::default() };
        let (start, end) = (file.position(span.start), file.position(span.end));
        Place {
            file: Some(file.name.clone()),
            line: Some(start.line),
            column: Some(start.column),
            end_line: Some(end.line),
            end_column: Some(end.column),
        }
    }
}

impl Plain {
    /// From a diagnostic of these files.
    pub fn of(sources: &Sources, d: &Diagnostic) -> Plain {
        let edit = |e: &Edit| PlainEdit {
            place: Place::of(sources, e.span),
            start: e.span.start,
            end: e.span.end,
            text: e.text.clone(),
        };
        let primary = d.primary.as_ref();
        Plain {
            code: d.code.name(),
            severity: d.severity,
            message: d.message.clone(),
            place: primary.map(|l| Place::of(sources, l.span)).unwrap_or_default(),
            label: primary.map(|l| l.text.clone()).filter(|t| !t.is_empty()),
            labels: d
                .labels
                .iter()
                .map(|l| Labelled { place: Place::of(sources, l.span), text: l.text.clone() })
                .collect(),
            help: d.help.clone(),
            fix: d
                .fix
                .as_ref()
                .map(|f| PlainFix { message: f.message.clone(), edits: f.edits.iter().map(edit).collect() }),
        }
    }
}
