//! From a place in a text to the part of a picture that shows what is written there, and back.

use super::{At, Snapshot};
use crate::source::{Location, Span};
use std::path::PathBuf;

/// A place that an editor is asked to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where the file lies.
    pub path: PathBuf,
    /// The file's name as users know it, with line and column from 1, in characters.
    pub location: Location,
}

/// The ids of the elements, boundaries, flows and data of a model, with where each is declared.
fn parts(s: &Snapshot) -> impl Iterator<Item = (&str, Span)> {
    let m = s.model();
    let elements = m.elements.iter().map(|e| (e.name.as_str(), e.span));
    let boundaries = m.boundaries.iter().filter(|b| !b.implied).map(|b| (b.name.as_str(), b.span));
    let flows = m.flows.iter().map(|f| (f.id.as_str(), f.span));
    let data = m.data.iter().map(|d| (d.name.as_str(), d.span));
    elements.chain(boundaries).chain(flows).chain(data)
}

/// The id of the part that is declared at a place: that of the innermost statement around it which
/// declares one. Of several in one statement, as in `a -> b -> c`, the one that is named at the place.
pub fn part_at(s: &Snapshot, at: At) -> Option<&str> {
    for statement in s.around(at).into_iter().rev() {
        let end = statement.block().map_or(statement.span.end, |b| b.span.start);
        let head = |span: &Span| {
            span.file == at.file
                && statement.span.start <= span.start
                && span.start < end.max(statement.span.start + 1)
        };
        let mut best: Option<(&str, Span)> = None;
        for (id, span) in parts(s).filter(|(_, span)| head(span)) {
            let holds = span.range().contains(&at.offset);
            if best.is_none() || holds {
                best = Some((id, span));
            }
            if holds {
                break;
            }
        }
        if let Some((id, _)) = best {
            return Some(id);
        }
    }
    None
}

/// Where a part is declared.
pub fn declared(s: &Snapshot, id: &str) -> Option<Spot> {
    let span = parts(s).find(|(name, _)| *name == id).map(|(_, span)| span)?;
    spot(s, span)
}

/// Where a span begins, for an editor; nothing if its file is none, as standard input.
pub fn spot(s: &Snapshot, span: Span) -> Option<Spot> {
    let path = s.path(span.file)?.to_path_buf();
    Some(Spot { path, location: s.sources().location(span)? })
}
