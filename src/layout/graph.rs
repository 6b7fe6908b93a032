//! The plain input and output of an engine: boxes in boxes, lines between them.
//!
//! Coordinates grow to the right and down, in picture units; a rectangle is given by its top
//! left corner. Nodes, clusters and edges are named by their place in their list.

use serde::{Deserialize, Serialize};

use super::page::Page;
use super::strategy::Strategy;

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left side.
    pub x: f64,
    /// Upper side.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The lower side.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Larger by `by` on every side (smaller if it is negative).
    pub fn grown(&self, by: f64) -> Rect {
        Rect { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// True if both share more than a rim of `tolerance`.
    pub fn overlaps(&self, other: &Rect, tolerance: f64) -> bool {
        self.x < other.right() - tolerance
            && other.x < self.right() - tolerance
            && self.y < other.bottom() - tolerance
            && other.y < self.bottom() - tolerance
    }

    /// True if `inner` stands in this one, up to `tolerance`.
    pub fn holds(&self, inner: &Rect, tolerance: f64) -> bool {
        inner.x >= self.x - tolerance
            && inner.y >= self.y - tolerance
            && inner.right() <= self.right() + tolerance
            && inner.bottom() <= self.bottom() + tolerance
    }

    /// True if all four numbers are finite and the size is not negative.
    pub fn is_sound(&self) -> bool {
        [self.x, self.y, self.width, self.height].iter().all(|v| v.is_finite())
            && self.width >= 0.0
            && self.height >= 0.0
    }
}

/// Where the lines run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom.
    Down,
}

/// How an engine places nodes within their layer, once their order is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Placement {
    /// Straight lines first (Brandes and Köpf).
    BrandesKoepf,
    /// Short lines first (network simplex).
    #[default]
    NetworkSimplex,
    /// Straight segments, by relaxing (linear segments).
    LinearSegments,
}

/// What an engine may vary.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// Where the lines run.
    pub direction: Direction,
    /// Least gap between nodes side by side.
    pub node_gap: f64,
    /// Least gap between one layer and the next.
    pub layer_gap: f64,
    /// Least gap between a line and a node that it passes.
    pub edge_node_gap: f64,
    /// Least gap between two lines.
    pub edge_gap: f64,
    /// Room within a cluster's frame, on each side; the title comes on top of it above.
    pub padding: f64,
    /// How many orders the engine tries against crossings, 1 to 100.
    pub thoroughness: u32,
    /// How often an engine may lay all out anew where titles lack room.
    pub patience: u32,
    /// Placement within a layer.
    pub placement: Placement,
    /// How the order of things is found.
    pub strategy: Strategy,
    /// What the picture is shown on; any of the usual pages if not given.
    pub page: Option<Page>,
    /// Seed of the engine's own choices; never 0.
    pub seed: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            direction: Direction::Right,
            node_gap: 30.0,
            layer_gap: 40.0,
            edge_node_gap: 16.0,
            edge_gap: 12.0,
            padding: 18.0,
            thoroughness: 7,
            patience: 4,
            placement: Placement::NetworkSimplex,
            strategy: Strategy::default(),
            page: None,
            seed: 1,
        }
    }
}

/// A box that lines can end at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// A name for messages; an engine never reads it.
    pub id: String,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The cluster around it.
    pub parent: Option<usize>,
}

/// A frame around nodes and other frames.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// A name for messages.
    pub id: String,
    /// The cluster around it.
    pub parent: Option<usize>,
    /// Room for the title, at the upper left.
    pub title_width: f64,
    /// Height of the band with title and note.
    pub title_height: f64,
    /// Room for a note, at the upper right (0 if there is none).
    pub note_width: f64,
}

/// A line from a node to a node, perhaps the same.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// A name for messages.
    pub id: String,
    /// Where it starts.
    pub source: usize,
    /// Where it ends.
    pub target: usize,
    /// Room for its label, which stands on the line.
    pub label: Option<Size>,
    /// The same where lines run down, if it is arranged in another way there.
    pub label_down: Option<Size>,
}

impl Edge {
    /// The label's room for lines that run in this direction.
    pub fn label_for(&self, direction: Direction) -> Option<Size> {
        match direction {
            Direction::Down => self.label_down.or(self.label),
            Direction::Right => self.label,
        }
    }
}

/// How the first of two nodes should stand to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// At its left, in one row.
    Beside,
    /// Higher up.
    Above,
}

/// A wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// A node.
    pub first: usize,
    /// Another.
    pub second: usize,
    /// How the first should stand to it.
    pub side: Side,
}

impl Hint {
    /// Whether a layout keeps it.
    pub fn is_kept(&self, placed: &Placed) -> bool {
        let (Some(a), Some(b)) = (placed.nodes.get(self.first), placed.nodes.get(self.second)) else {
            return true;
        };
        match self.side {
            Side::Above => a.bottom() <= b.y,
            Side::Beside => {
                let shared = a.bottom().min(b.bottom()) - a.y.max(b.y);
                a.right() <= b.x && shared >= a.height.min(b.height) / 2.0
            }
        }
    }

    /// Which way lines have to run to help it.
    pub(super) fn direction(&self) -> Direction {
        match self.side {
            Side::Beside => Direction::Right,
            Side::Above => Direction::Down,
        }
    }
}

/// What an engine is asked to lay out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    /// Boxes.
    pub nodes: Vec<Node>,
    /// Frames.
    pub clusters: Vec<Cluster>,
    /// Lines.
    pub edges: Vec<Edge>,
    /// Wishes where nodes should stand.
    pub hints: Vec<Hint>,
    /// What may vary.
    pub options: Options,
}

impl Graph {
    /// How many wishes a layout does not keep.
    pub fn unmet(&self, placed: &Placed) -> usize {
        self.hints.iter().filter(|h| !h.is_kept(placed)).count()
    }

    /// The clusters around `parent`, itself first, outermost last. Ends after as many steps as
    /// there are clusters, even if they turn in a ring.
    pub fn chain(&self, parent: Option<usize>) -> Vec<usize> {
        let mut out = Vec::new();
        let mut next = parent;
        while let Some(cluster) = next {
            if out.len() > self.clusters.len() {
                break;
            }
            out.push(cluster);
            next = self.clusters.get(cluster).and_then(|c| c.parent);
        }
        out
    }
}

/// A line's way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Corners from source to target, at least two.
    pub points: Vec<Point>,
    /// Where the label stands.
    pub label: Option<Rect>,
}

/// A frame with its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlacedCluster {
    /// The frame.
    pub rect: Rect,
    /// Where the title stands, in the band at the top.
    pub title: Rect,
    /// Where the note stands, in the same band.
    pub note: Option<Rect>,
}

/// A picture's coordinates. Lists are as long as those of the [`Graph`] and in its order; the
/// upper left corner of all is at 0, 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Boxes.
    pub nodes: Vec<Rect>,
    /// Frames.
    pub clusters: Vec<PlacedCluster>,
    /// Lines.
    pub edges: Vec<Route>,
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// How the lines run.
    pub direction: Direction,
}

impl Placed {
    /// Every coordinate that is drawn, to find the extent.
    fn extent(&self) -> Option<(Point, Point)> {
        let mut low = Point { x: f64::INFINITY, y: f64::INFINITY };
        let mut high = Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY };
        let mut take = |x: f64, y: f64| {
            low = Point { x: low.x.min(x), y: low.y.min(y) };
            high = Point { x: high.x.max(x), y: high.y.max(y) };
        };
        let labels = self.edges.iter().filter_map(|e| e.label.as_ref());
        for rect in self.nodes.iter().chain(self.clusters.iter().map(|c| &c.rect)).chain(labels) {
            take(rect.x, rect.y);
            take(rect.right(), rect.bottom());
        }
        for point in self.edges.iter().flat_map(|e| &e.points) {
            take(point.x, point.y);
        }
        low.x.is_finite().then_some((low, high))
    }

    /// Moves everything so that the upper left corner is at 0, 0, and sets the extent.
    pub fn settle(&mut self) {
        let Some((low, high)) = self.extent() else {
            self.width = 0.0;
            self.height = 0.0;
            return;
        };
        self.shift(-low.x, -low.y);
        self.width = high.x - low.x;
        self.height = high.y - low.y;
    }

    /// Moves everything; the size stays as it was.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        let rect = |r: &mut Rect| {
            r.x += dx;
            r.y += dy;
        };
        self.nodes.iter_mut().for_each(rect);
        for cluster in &mut self.clusters {
            rect(&mut cluster.rect);
            rect(&mut cluster.title);
            cluster.note.iter_mut().for_each(rect);
        }
        for edge in &mut self.edges {
            edge.label.iter_mut().for_each(rect);
            for point in &mut edge.points {
                point.x += dx;
                point.y += dy;
            }
        }
    }
}

/// Without points that stand on one another or on the straight line between their neighbours.
pub fn straightened(points: Vec<Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., before, last] = out.as_slice() {
            let across = (last.x - before.x) * (point.y - last.y) - (last.y - before.y) * (point.x - last.x);
            let along = (last.x - before.x) * (point.x - last.x) + (last.y - before.y) * (point.y - last.y);
            if across.abs() < 1e-6 && along >= 0.0 {
                out.pop();
            }
        }
        let same = |last: &Point| (last.x - point.x).abs() < 1e-6 && (last.y - point.y).abs() < 1e-6;
        if out.len() < 2 || !out.last().is_some_and(same) {
            out.push(point);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_points_are_left_out() {
        let p = |x: f64, y: f64| Point { x, y };
        let line = vec![p(0.0, 0.0), p(5.0, 0.0), p(5.0, 0.0), p(9.0, 0.0), p(9.0, 4.0)];
        assert_eq!(straightened(line), vec![p(0.0, 0.0), p(9.0, 0.0), p(9.0, 4.0)]);
        assert_eq!(straightened(vec![p(1.0, 1.0), p(1.0, 1.0)]).len(), 2);
    }
}
