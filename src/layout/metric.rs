//! How good a layout is: its faults, by name, and what makes it easy to read.
//!
//! A fault is something a reader would take for a fact about the system (a line through an element
//! that it does not end at) or could not read (a label on a label). The rest is taste, in numbers.

use std::fmt;

mod line;
mod segment;

pub use line::{LineMeasure, Lines};
pub(crate) use segment::{Segment, stretches};

use super::graph::{Graph, Placed, Point, Rect};
use segment::Index;

/// Shapes that share no more than this do not count as overlapping.
const TOLERANCE: f64 = 1.0;
/// A label farther than this from its line belongs to none, for a reader.
const FAR: f64 = 24.0;
/// Lines that share no more than this do not run on top of each other.
const TOGETHER: f64 = 2.0;

/// What can be wrong with a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// Two elements overlap.
    NodesOverlap,
    /// An element stands partly outside a boundary that it belongs to.
    NodeOutside,
    /// An element stands in a boundary that it does not belong to.
    NodeInForeign,
    /// Two boundaries overlap that are not in each other, or one sticks out of the other.
    ClustersOverlap,
    /// A line runs through an element that it does not end at.
    ThroughNode,
    /// A line runs through a boundary that holds neither of its ends.
    ThroughCluster,
    /// A line leaves a boundary that holds both of its ends.
    LeavesCluster,
    /// A line crosses a boundary more than once.
    CrossesAgain,
    /// A label covers an element.
    LabelOnNode,
    /// A label covers another.
    LabelOnLabel,
    /// A label covers the line of another flow.
    LabelOnLine,
    /// A label is not at its line.
    LabelFar,
    /// A boundary's title is covered by an element, a label or another title.
    TitleCovered,
    /// Two lines run on top of each other.
    LinesTogether,
    /// A line runs through a boundary's title.
    LineOverTitle,
}

impl FaultKind {
    /// True if a reader would see something that is not so, not merely something ugly.
    pub fn misleads(self) -> bool {
        use FaultKind::*;
        matches!(
            self,
            NodesOverlap
                | NodeOutside
                | NodeInForeign
                | ClustersOverlap
                | ThroughNode
                | ThroughCluster
                | LeavesCluster
                | CrossesAgain
        )
    }
}

/// One fault, with the names of the two parts that are in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The first part: the flow, the label's flow, the element.
    pub part: String,
    /// The other part.
    pub other: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, other) = (&self.part, &self.other);
        match self.kind {
            FaultKind::NodesOverlap => write!(f, "`{part}` and `{other}` overlap"),
            FaultKind::NodeOutside => write!(f, "`{part}` sticks out of `{other}`"),
            FaultKind::NodeInForeign => write!(f, "`{part}` stands in `{other}`, where it does not belong"),
            FaultKind::ClustersOverlap => write!(f, "the frames of `{part}` and `{other}` overlap"),
            FaultKind::ThroughNode => write!(f, "`{part}` runs through `{other}`"),
            FaultKind::ThroughCluster => {
                write!(f, "`{part}` runs through `{other}`, where it has no business")
            }
            FaultKind::LeavesCluster => write!(f, "`{part}` leaves `{other}`, which holds both its ends"),
            FaultKind::CrossesAgain => write!(f, "`{part}` crosses the frame of `{other}` more than once"),
            FaultKind::LabelOnNode => write!(f, "the label of `{part}` covers `{other}`"),
            FaultKind::LabelOnLabel => write!(f, "the labels of `{part}` and `{other}` overlap"),
            FaultKind::LabelOnLine => write!(f, "the label of `{part}` covers the line of `{other}`"),
            FaultKind::LabelFar => write!(f, "the label of `{part}` is far from its line"),
            FaultKind::TitleCovered => write!(f, "the title of `{part}` is covered by `{other}`"),
            FaultKind::LinesTogether => write!(f, "`{part}` and `{other}` run on top of each other"),
            FaultKind::LineOverTitle => write!(f, "`{part}` runs through the title of `{other}`"),
        }
    }
}

/// What was measured. All but the faults is in picture units; lower is better.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// Every fault, sorted by kind, then names.
    pub faults: Vec<Fault>,
    /// How often two lines cross.
    pub crossings: usize,
    /// Turns of more than 15 degrees.
    pub bends: usize,
    /// Length of all lines.
    pub length: f64,
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// Wishes that are not kept.
    pub unmet: usize,
}

impl Measure {
    /// Width times height.
    pub fn area(&self) -> f64 {
        self.width * self.height
    }

    /// How many faults there are of a kind.
    pub fn count(&self, kind: FaultKind) -> usize {
        self.faults.iter().filter(|f| f.kind == kind).count()
    }

    /// The faults that would mislead a reader.
    pub fn misleading(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|f| f.kind.misleads())
    }
}

/// Turns of more than 15 degrees.
fn bends(points: &[Point]) -> usize {
    let mut headings = stretches(points, 0).map(|s| (s.b.y - s.a.y).atan2(s.b.x - s.a.x));
    let Some(mut before) = headings.next() else { return 0 };
    let mut count = 0;
    for heading in headings {
        let turn = (heading - before + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU);
        if (turn - std::f64::consts::PI).abs() > 15_f64.to_radians() {
            count += 1;
        }
        before = heading;
    }
    count
}

/// Pairs of overlapping rectangles: places in both lists.
fn overlaps(a: &[Rect], b: &[Rect]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, &Rect)> = b.iter().enumerate().collect();
    order.sort_by(|x, y| x.1.x.total_cmp(&y.1.x));
    let mut found = Vec::new();
    for (i, first) in a.iter().enumerate() {
        for (j, second) in &order {
            if second.x >= first.right() {
                break;
            }
            if first.overlaps(second, TOLERANCE) {
                found.push((i, *j));
            }
        }
    }
    found
}

/// Measures a layout of a graph. Lists of both must have the same lengths.
pub fn measure(graph: &Graph, placed: &Placed) -> Measure {
    let mut out = Measure {
        width: placed.width,
        height: placed.height,
        unmet: graph.unmet(placed),
        ..Measure::default()
    };
    let mut faults: Vec<Fault> = Vec::new();
    let node_name = |i: usize| graph.nodes.get(i).map_or("", |n| n.id.as_str());
    let cluster_name = |i: usize| graph.clusters.get(i).map_or("", |c| c.id.as_str());
    let edge_name = |i: usize| graph.edges.get(i).map_or("", |e| e.id.as_str());
    let mut fault = |kind: FaultKind, part: &str, other: &str| {
        faults.push(Fault { kind, part: part.to_owned(), other: other.to_owned() });
    };
    let around: Vec<Vec<usize>> = graph.nodes.iter().map(|n| graph.chain(n.parent)).collect();
    let in_cluster =
        |node: usize, cluster: usize| around.get(node).is_some_and(|chain| chain.contains(&cluster));
    let frames: Vec<Rect> = placed.clusters.iter().map(|c| c.rect).collect();

    for (i, j) in overlaps(&placed.nodes, &placed.nodes) {
        if i < j {
            fault(FaultKind::NodesOverlap, node_name(i), node_name(j));
        }
    }
    for (node, rect) in placed.nodes.iter().enumerate() {
        for &cluster in around.get(node).into_iter().flatten() {
            if frames.get(cluster).is_some_and(|frame| !frame.holds(rect, TOLERANCE)) {
                fault(FaultKind::NodeOutside, node_name(node), cluster_name(cluster));
            }
        }
    }
    for (node, cluster) in overlaps(&placed.nodes, &frames) {
        if !in_cluster(node, cluster) {
            fault(FaultKind::NodeInForeign, node_name(node), cluster_name(cluster));
        }
    }
    for (i, j) in overlaps(&frames, &frames) {
        if i >= j {
            continue;
        }
        let (Some(a), Some(b)) = (frames.get(i), frames.get(j)) else { continue };
        let sound = if graph.chain(Some(j)).contains(&i) {
            a.holds(b, TOLERANCE)
        } else if graph.chain(Some(i)).contains(&j) {
            b.holds(a, TOLERANCE)
        } else {
            false
        };
        if !sound {
            fault(FaultKind::ClustersOverlap, cluster_name(i), cluster_name(j));
        }
    }

    let mut segments = Vec::new();
    for (edge, route) in placed.edges.iter().enumerate() {
        segments.extend(stretches(&route.points, edge));
        out.bends += bends(&route.points);
    }
    out.length = segments.iter().map(Segment::length).sum();
    let index = Index::new(&segments);
    let mut together: Vec<(usize, usize)> = Vec::new();
    index.pairs(|a, b| {
        if a.crosses(b) {
            out.crossings += 1;
        } else if a.shared(b) > TOGETHER {
            together.push((a.edge.min(b.edge), a.edge.max(b.edge)));
        }
    });
    together.sort_unstable();
    together.dedup();
    for (a, b) in together {
        fault(FaultKind::LinesTogether, edge_name(a), edge_name(b));
    }
    for (node, rect) in placed.nodes.iter().enumerate() {
        for edge in index.hits(rect) {
            if graph.edges.get(edge).is_some_and(|e| e.source != node && e.target != node) {
                fault(FaultKind::ThroughNode, edge_name(edge), node_name(node));
            }
        }
    }
    for (cluster, frame) in frames.iter().enumerate() {
        for edge in index.hits(frame) {
            let (Some(ends), Some(route)) = (graph.edges.get(edge), placed.edges.get(edge)) else { continue };
            let ends = (in_cluster(ends.source, cluster), in_cluster(ends.target, cluster));
            if let Some(kind) = line::at_frame(ends.0, ends.1, &route.points, frame) {
                fault(kind, edge_name(edge), cluster_name(cluster));
            }
        }
    }

    let (owners, labels): (Vec<usize>, Vec<Rect>) =
        placed.edges.iter().enumerate().filter_map(|(i, r)| r.label.map(|label| (i, label))).unzip();
    let owner = |label: usize| owners.get(label).copied().unwrap_or(usize::MAX);
    for (label, node) in overlaps(&labels, &placed.nodes) {
        fault(FaultKind::LabelOnNode, edge_name(owner(label)), node_name(node));
    }
    for (a, b) in overlaps(&labels, &labels) {
        if a < b {
            fault(FaultKind::LabelOnLabel, edge_name(owner(a)), edge_name(owner(b)));
        }
    }
    for (label, rect) in labels.iter().enumerate() {
        let edge = owner(label);
        for other in index.hits(rect) {
            if other != edge {
                fault(FaultKind::LabelOnLine, edge_name(edge), edge_name(other));
            }
        }
        let near = rect.grown(FAR - TOLERANCE);
        let points = placed.edges.get(edge).map_or(&[][..], |r| r.points.as_slice());
        let close = stretches(points, edge).any(|s| s.within(&near).is_some());
        if !close {
            fault(FaultKind::LabelFar, edge_name(edge), edge_name(edge));
        }
    }

    let (titled, titles): (Vec<usize>, Vec<Rect>) = placed
        .clusters
        .iter()
        .enumerate()
        .flat_map(|(i, c)| [Some(c.title), c.note].into_iter().flatten().map(move |rect| (i, rect)))
        .filter(|(_, rect)| rect.width > 0.0 && rect.height > 0.0)
        .unzip();
    let of = |title: usize| cluster_name(titled.get(title).copied().unwrap_or(usize::MAX));
    for (title, node) in overlaps(&titles, &placed.nodes) {
        fault(FaultKind::TitleCovered, of(title), node_name(node));
    }
    for (title, label) in overlaps(&titles, &labels) {
        fault(FaultKind::TitleCovered, of(title), edge_name(owner(label)));
    }
    for (a, b) in overlaps(&titles, &titles) {
        if a < b {
            fault(FaultKind::TitleCovered, of(a), of(b));
        }
    }
    for (title, rect) in titles.iter().enumerate() {
        for edge in index.hits(rect) {
            fault(FaultKind::LineOverTitle, edge_name(edge), of(title));
        }
    }
    faults.sort();
    out.faults = faults;
    out
}
