//! What to draw, as plain data: every part with its place, its words and the roles of its colors.
//!
//! A [`Scene`] is complete: `render` needs nothing else. A [`draft::Draft`] says what a picture
//! shows without saying where; [`compose::compose`] measures it, asks the layout for places and
//! makes the scene. Colors are roles here ([`palette::Role`]); the palette knows how they look by
//! day and by night.

mod cast;
pub mod compose;
pub mod draft;
pub mod draw;
pub mod figure;
pub mod figures;
mod heading;
mod legend;
pub mod lines;
mod marks;
pub mod notes;
pub mod palette;
pub mod sheets;

pub use draw::{DrawError, Drawing, Pace, Painter, draw};
pub use lines::Line;
pub use sheets::{Sheet, sheets};

use serde::{Deserialize, Serialize};

use crate::layout::text::Weight;
use crate::layout::{Point, Rect};
use palette::Role;

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Prefix of every id in the file; unique where several pictures stand on one page.
    pub id: String,
    /// What it shows, in a few words, for readers of screens.
    pub title: String,
    /// What it shows, in sentences, for readers of screens.
    pub description: String,
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Title and lines under it, and other words that belong to no part.
    pub words: Vec<Words>,
    /// Trust boundaries, outermost first.
    pub boundaries: Vec<Boundary>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Words on flows.
    pub labels: Vec<Label>,
    /// Elements.
    pub elements: Vec<Element>,
    /// Marks of crossings.
    pub crossings: Vec<Crossing>,
    /// Signs in the legend.
    pub signs: Vec<Sign>,
    /// Parts of what is no data flow diagram, in the order in which they are drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<figure::Group>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// What it says.
    pub text: String,
    /// Where: the baseline, at the left, middle or right by `anchor`.
    pub at: Point,
    /// Which end stands at `at`.
    pub anchor: Anchor,
    /// Font size.
    pub size: f64,
    /// Font weight.
    pub weight: Weight,
    /// Color.
    pub role: Role,
}

/// Which part of a line of text stands at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// The left end.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// How much the owner of a system trusts what stands in a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// Anybody.
    Untrusted,
    /// Bound by contract.
    Partner,
    /// One's own.
    Internal,
    /// One's own, for few.
    Restricted,
}

/// A trust boundary: a dashed frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boundary {
    /// Its id in the model.
    pub id: String,
    /// The frame.
    pub rect: Rect,
    /// How it is tinted.
    pub trust: Trust,
    /// Its name, at the left.
    pub name: Words,
    /// Its trust in words, at the right.
    pub note: Option<Words>,
    /// For readers of screens.
    pub title: String,
}

/// What a box stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// An element of the model.
    #[default]
    Element,
    /// A boundary, or other parts of one trust, with all that is in it, as one box.
    Folded {
        /// How it is tinted.
        trust: Trust,
        /// How many elements are in it.
        elements: usize,
    },
    /// Something beyond what the picture is about, to which flows go: small and pale.
    Stub,
}

impl Sort {
    /// Whether it stands for all that is folded into it.
    pub fn is_folded(self) -> bool {
        matches!(self, Sort::Folded { .. })
    }
}

/// Which of the three classes of a data flow diagram an element is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Square and grey.
    External,
    /// Rounded and white.
    #[default]
    Process,
    /// Open at the sides, heavy above and below.
    Store,
}

/// An element.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Element {
    /// Its id in the model.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
    /// What it stands for.
    pub sort: Sort,
    /// Its outline.
    pub shape: Shape,
    /// Where it stands.
    pub rect: Rect,
    /// Its icon; unknown ones are drawn as the shape's own.
    pub icon: Icon,
    /// Upper left corner of the icon.
    pub icon_at: Point,
    /// Side of the icon.
    pub icon_size: f64,
    /// Name and kind.
    pub words: Vec<Words>,
    /// True if it is out of scope: drawn pale.
    pub pale: bool,
    /// The worst open severity on it, in its corner.
    pub sign: Option<Sign>,
    /// For readers of screens.
    pub title: String,
}

/// What stands at the left of an element's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Icon {
    /// One of the set, by its name.
    Named(String),
    /// The text of an SVG file. Nobody vouches for it: whoever draws it takes its shapes alone.
    File(String),
}

impl Default for Icon {
    fn default() -> Icon {
        Icon::Named(String::new())
    }
}

impl From<&str> for Icon {
    fn from(name: &str) -> Icon {
        Icon::Named(name.to_owned())
    }
}

/// How heavy a flow is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stroke {
    /// Stays in its zone.
    #[default]
    Light,
    /// Crosses a boundary.
    Heavy,
}

/// A flow: a line with heads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flow {
    /// Its id in the model.
    pub id: String,
    /// The ids of all flows that the line stands for.
    pub ids: Vec<String>,
    /// Corners, from source to target.
    pub points: Vec<Point>,
    /// A head at the source.
    pub head_at_source: bool,
    /// A head at the target.
    pub head_at_target: bool,
    /// How heavy.
    pub stroke: Stroke,
    /// For readers of screens.
    pub title: String,
}

/// Words on a flow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The flow's id.
    pub id: String,
    /// The ids of all flows that the line stands for.
    pub ids: Vec<String>,
    /// A plate under the words where they stand on the line itself.
    pub plate: Option<Rect>,
    /// The lines.
    pub words: Vec<Words>,
}

/// The worst open severity, as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// All threats are answered: a tick.
    Calm,
    /// Low: a disc.
    Low,
    /// Medium: a diamond.
    Medium,
    /// High: a triangle.
    High,
    /// Critical: a square.
    Critical,
}

impl Level {
    /// Its color.
    pub fn role(self) -> Role {
        match self {
            Level::Calm => Role::SeverityCalm,
            Level::Low => Role::SeverityLow,
            Level::Medium => Role::SeverityMedium,
            Level::High => Role::SeverityHigh,
            Level::Critical => Role::SeverityCritical,
        }
    }

    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Level::Calm => "all answered",
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
            Level::Critical => "critical",
        }
    }
}

/// The mark of a crossing: a pill on its flow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crossing {
    /// The flow's id.
    pub id: String,
    /// The ids of all flows that the line stands for.
    pub ids: Vec<String>,
    /// The pill.
    pub rect: Rect,
    /// Width of the filled part with the number, at the left.
    pub head: f64,
    /// The number, the report's.
    pub number: Words,
    /// The STRIDE letters.
    pub letters: Vec<Words>,
    /// The sign of the worst open severity.
    pub sign: Sign,
    /// For readers of screens.
    pub title: String,
}

/// The shape of a severity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sign {
    /// Which.
    pub level: Level,
    /// Its middle.
    pub at: Point,
}
