//! What a picture shows, before anybody has thought about where.

use super::{Icon, Level, Shape, Trust};
use crate::layout::Direction;

/// A picture to be composed. Parts refer to each other by their place in their list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Prefix of the ids in the file.
    pub id: String,
    /// The title, above the picture.
    pub title: String,
    /// Lines under the title.
    pub lines: Vec<String>,
    /// What the picture shows, in sentences, for readers of screens.
    pub description: String,
    /// The marking of the page (such as a TLP class), at the upper right.
    pub marking: Option<String>,
    /// Boundaries.
    pub boundaries: Vec<DraftBoundary>,
    /// Elements.
    pub elements: Vec<DraftElement>,
    /// Flows; two that are drawn as one line are one here.
    pub flows: Vec<DraftFlow>,
    /// How lines run; the better one if not given.
    pub direction: Option<Direction>,
    /// Leave the legend out.
    pub no_legend: bool,
}

/// A boundary.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftBoundary {
    /// Its id in the model.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its trust.
    pub trust: Trust,
    /// Its trust in words, if they are to be shown.
    pub note: String,
    /// The boundary around it.
    pub parent: Option<usize>,
}

/// An element.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftElement {
    /// Its id in the model.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind's id.
    pub kind: String,
    /// What stands under its name: the kind in words.
    pub caption: String,
    /// Its outline.
    pub shape: Shape,
    /// Its icon.
    pub icon: Icon,
    /// The boundary around it.
    pub parent: Option<usize>,
    /// True if it is out of scope.
    pub pale: bool,
    /// The worst open severity on it, and how many threats are open.
    pub open: Option<(Level, usize)>,
}

/// A flow.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftFlow {
    /// Its id in the model.
    pub id: String,
    /// The element it starts at.
    pub source: usize,
    /// The element it ends at.
    pub target: usize,
    /// Its label; empty if it has none.
    pub label: String,
    /// Its mark, if it crosses a boundary and has one.
    pub mark: Option<Mark>,
    /// True if it crosses a boundary: drawn heavier.
    pub crosses: bool,
    /// True if it has a head at either end.
    pub both: bool,
    /// What it is, in words, for readers of screens.
    pub title: String,
}

/// What the mark of a crossing says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The crossing's number in the report; both, as `2, 3`, where two flows are drawn as one.
    pub number: String,
    /// STRIDE letters in the order S T R I D E.
    pub letters: Vec<char>,
    /// The worst open severity.
    pub level: Level,
}
