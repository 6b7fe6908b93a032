//! What a picture shows, before anybody has thought about where.

use super::{Icon, Level, Shape, Sort, Trust};
use crate::layout::Direction;
use crate::layout::{Hint, Page};

/// A picture to be composed. Parts refer to each other by their place in their list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Prefix of the ids in the file.
    pub id: String,
    /// What it is called in messages and file names; empty for the only or first one.
    pub name: String,
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
    /// What the picture is to fit; any of the usual pages if not given.
    pub page: Option<Page>,
    /// Wishes where elements should stand.
    pub hints: Vec<Hint>,
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

/// An element, or what stands for several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftElement {
    /// Its id in the model.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind's id.
    pub kind: String,
    /// What stands under its name: the kind in words.
    pub caption: String,
    /// What it stands for.
    pub sort: Sort,
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
    /// How many of its flows the picture leaves out.
    pub more: usize,
}

/// A flow, or several as one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftFlow {
    /// Its id in the model; of several the first's.
    pub id: String,
    /// The ids of all flows that the line stands for.
    pub ids: Vec<String>,
    /// The element it starts at.
    pub source: usize,
    /// The element it ends at.
    pub target: usize,
    /// Its label; empty if it has none.
    pub label: String,
    /// Its mark, if it crosses a boundary and has one.
    pub mark: Option<Mark>,
    /// True if it, or one of several, crosses a boundary: drawn heavier.
    pub crosses: bool,
    /// True if it has a head at either end.
    pub both: bool,
    /// True if it is a bundle: its label says of how many.
    pub bundle: bool,
    /// What it is, in words, for readers of screens.
    pub title: String,
}

/// What the mark of a crossing says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The crossing's number in the report; of several flows drawn as one all, as `2, 3` or `3–7`.
    pub number: String,
    /// STRIDE letters in the order S T R I D E.
    pub letters: Vec<char>,
    /// The worst open severity.
    pub level: Level,
}
