//! Pictures that are no data flow diagrams: trees, matrices, maps. They are made of groups, each of
//! which stands for one thing and has boxes, lines, signs and words of the same roles as all else.

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::heading::{MARGIN, heading, id_prefix, text};
use super::legend::{self, Piece};
use super::palette::Role;
use super::{Anchor, Icon, Level, Scene, Shape, Sign, Words};
use crate::layout::text::{Font, Ruler, plain};
use crate::layout::{Point, Rect};

/// What stands together for one thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Whether it lies under the elements and labels of a diagram; else it is drawn over all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub under: bool,
    /// What sort of thing it is: a class of the file.
    pub class: String,
    /// What it stands for; empty if that has no name.
    pub id: String,
    /// For readers of screens.
    pub title: String,
    /// Boxes, drawn first.
    pub boxes: Vec<Panel>,
    /// Lines, drawn over the boxes.
    pub lines: Vec<Stretch>,
    /// Icons.
    pub icons: Vec<Glyph>,
    /// Signs of severities.
    pub signs: Vec<Sign>,
    /// Words, drawn last.
    pub words: Vec<Words>,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dash {
    /// It is not.
    #[default]
    Solid,
    /// In dashes, as the frames of boundaries.
    Dashed,
    /// In dots.
    Dotted,
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Where it stands.
    pub rect: Rect,
    /// Radius of its corners.
    pub corner: f64,
    /// Its inside.
    pub fill: Option<Role>,
    /// Its outline.
    pub line: Option<Role>,
    /// Width of the outline.
    pub width: f64,
    /// How the outline is broken.
    pub dash: Dash,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    /// Its corners.
    pub points: Vec<Point>,
    /// Its color.
    pub role: Role,
    /// Its width.
    pub width: f64,
    /// How it is broken.
    pub dash: Dash,
    /// A head at the first point.
    pub head_at_start: bool,
    /// A head at the last.
    pub head_at_end: bool,
}

/// An icon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Glyph {
    /// Which.
    pub icon: Icon,
    /// Whose shape stands in if there is no such icon.
    pub shape: Shape,
    /// Its upper left corner.
    pub at: Point,
    /// Its side.
    pub size: f64,
    /// Its color.
    pub role: Role,
}

impl Panel {
    /// A box with an outline of usual width.
    pub(super) fn new(rect: Rect, corner: f64, fill: Option<Role>, line: Option<Role>) -> Panel {
        Panel { rect, corner, fill, line, width: 1.3, dash: Dash::Solid }
    }
}

/// What stands above a figure, and what it is for readers of screens.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// Prefix of the ids in the file.
    pub id: String,
    /// The title.
    pub title: String,
    /// Lines under it.
    pub lines: Vec<String>,
    /// What the figure shows, in sentences.
    pub description: String,
    /// The marking of the page.
    pub marking: Option<String>,
}

/// A figure in the making: a heading, groups, a legend.
pub(super) struct Page<'r> {
    pub ruler: &'r Ruler,
    pub scene: Scene,
    pub width: f64,
    /// Where the next thing starts.
    pub y: f64,
}

/// The font of a row's head in the legend, and of what follows it.
const LEGEND: Font = Font::regular(11.5);
const LEGEND_HEAD: Font = Font::semi_bold(11.5);
/// The least width: a title and a legend need some.
const LEAST: f64 = 540.0;

impl<'r> Page<'r> {
    /// A page whose content is `content` wide, with its heading.
    pub fn new(ruler: &'r Ruler, head: &Head, content: f64) -> Page<'r> {
        let width = (content + 2.0 * MARGIN).max(LEAST).ceil();
        let draft = Draft {
            title: head.title.clone(),
            lines: head.lines.clone(),
            marking: head.marking.clone(),
            ..Draft::default()
        };
        let mut scene = Scene {
            id: id_prefix(&head.id),
            title: plain(&head.title),
            description: plain(&head.description),
            ..Scene::default()
        };
        let y = heading(&draft, ruler, width, &mut scene);
        Page { ruler, scene, width, y }
    }

    /// The left edge of content that stands in the middle.
    pub fn left(&self, content: f64) -> f64 {
        ((self.width - content) / 2.0).floor().max(MARGIN)
    }

    /// Adds a group.
    pub fn add(&mut self, group: Group) {
        self.scene.groups.push(group);
    }

    /// Adds the legend and closes the page.
    pub fn finish(mut self, rows: Vec<Vec<Piece>>) -> Scene {
        if !rows.is_empty() {
            self.y = legend::rows(rows, self.ruler, self.width, self.y + 26.0, &mut self.scene);
        }
        self.scene.width = self.width;
        self.scene.height = (self.y + MARGIN).ceil();
        self.scene
    }
}

/// A line of a diagram, drawn in a way of its own: its color, its width, how it is broken.
pub(super) type Look = (Role, f64, Dash);

/// Makes a figure of a diagram that has no legend: its lines are drawn as `look` says of each, by
/// its place, and these rows explain it.
pub(super) fn redrawn(
    scene: Scene,
    ruler: &Ruler,
    look: impl Fn(usize) -> Look,
    rows: Vec<Vec<Piece>>,
) -> Scene {
    let mut scene = scene;
    for (i, flow) in std::mem::take(&mut scene.flows).into_iter().enumerate() {
        let (role, width, dash) = look(i);
        let stretch = Stretch {
            points: flow.points,
            role,
            width,
            dash,
            head_at_start: flow.head_at_source,
            head_at_end: flow.head_at_target,
        };
        scene.groups.push(Group {
            under: true,
            class: "flow".into(),
            id: flow.id,
            title: flow.title,
            lines: vec![stretch],
            ..Group::default()
        });
    }
    let end = legend::rows(rows, ruler, scene.width, scene.height - MARGIN + 26.0, &mut scene);
    scene.height = (end + MARGIN).ceil();
    scene
}

/// A row of a legend: its head, then its pieces, each with a sign or without.
pub(super) fn row<'p>(head: &str, pieces: impl IntoIterator<Item = (Option<Level>, &'p str)>) -> Vec<Piece> {
    let head =
        Piece { sign: None, words: head.to_owned(), font: LEGEND_HEAD, role: Role::TextSoft, gap: 12.0 };
    let piece = |(sign, words): (Option<Level>, &str)| Piece {
        sign,
        words: words.to_owned(),
        font: LEGEND,
        role: sign.map_or(Role::TextSoft, Level::role),
        gap: 18.0,
    };
    std::iter::once(head).chain(pieces.into_iter().map(piece)).collect()
}

/// The row that says which sign is which severity; of those that are used.
pub(super) fn severities(head: &str, used: impl Fn(Level) -> bool) -> Option<Vec<Piece>> {
    let levels = [Level::Critical, Level::High, Level::Medium, Level::Low, Level::Calm];
    let shown: Vec<(Option<Level>, &str)> =
        levels.into_iter().filter(|l| used(*l)).map(|l| (Some(l), l.words())).collect();
    (!shown.is_empty()).then(|| row(head, shown))
}

/// Words with their baseline so far below `top` that a line of this font stands well there.
pub(super) fn line(words: &str, x: f64, top: f64, anchor: Anchor, font: Font, role: Role) -> Words {
    text(words, Point { x, y: top + font.size * 0.95 }, anchor, font, role)
}

/// All words that a figure shows, to be looked through for characters that the font lacks.
pub(super) fn missing(scene: &Scene, ruler: &Ruler) -> Vec<char> {
    let mut found = Vec::new();
    let words = scene.groups.iter().flat_map(|g| &g.words).chain(&scene.words);
    let words = words.chain(scene.elements.iter().flat_map(|e| &e.words));
    let words = words.chain(scene.labels.iter().flat_map(|l| &l.words));
    for words in words.chain(scene.boundaries.iter().flat_map(|b| std::iter::once(&b.name).chain(&b.note))) {
        for c in ruler.missing(&words.text) {
            if !found.contains(&c) {
                found.push(c);
            }
        }
    }
    found
}
