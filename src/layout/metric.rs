//! How good a layout is: its faults, by name, and what makes it easy to read.
//!
//! A fault is something a reader would take for a fact about the system (a line through an element
//! that it does not end at) or could not read (a label on a label). The rest is taste, in numbers.

use std::fmt;

use super::graph::{Graph, Placed, Point, Rect};

/// Shapes that share no more than this do not count as overlapping.
const TOLERANCE: f64 = 1.0;
/// A label farther than this from its line belongs to none, for a reader.
const FAR: f64 = 24.0;

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

#[derive(Clone, Copy)]
struct Segment {
    a: Point,
    b: Point,
    edge: usize,
}

impl Segment {
    fn bounds(&self) -> Rect {
        Rect {
            x: self.a.x.min(self.b.x),
            y: self.a.y.min(self.b.y),
            width: (self.a.x - self.b.x).abs(),
            height: (self.a.y - self.b.y).abs(),
        }
    }

    /// The parts of the way (0 to 1) between which it is inside `rect`, if it is.
    fn within(&self, rect: &Rect) -> Option<(f64, f64)> {
        let (dx, dy) = (self.b.x - self.a.x, self.b.y - self.a.y);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (start, step, low, high) in
            [(self.a.x, dx, rect.x, rect.right()), (self.a.y, dy, rect.y, rect.bottom())]
        {
            if high <= low {
                return None;
            }
            if step.abs() < 1e-12 {
                if start <= low || start >= high {
                    return None;
                }
                continue;
            }
            let (enter, leave) = ((low - start) / step, (high - start) / step);
            from = from.max(enter.min(leave));
            to = to.min(enter.max(leave));
        }
        (from < to - 1e-9).then_some((from, to))
    }

    fn crosses(&self, other: &Segment) -> bool {
        let side = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        side(self.a, self.b, other.a) * side(self.a, self.b, other.b) < -1e-6
            && side(other.a, other.b, self.a) * side(other.a, other.b, self.b) < -1e-6
    }

    /// How far it runs on top of another, within 1 unit; only for level and upright ones.
    fn shared(&self, other: &Segment) -> f64 {
        let span = |a: f64, b: f64, c: f64, d: f64| a.max(b).min(c.max(d)) - a.min(b).max(c.min(d));
        let level = |s: &Segment| (s.a.y - s.b.y).abs() < 0.01;
        let upright = |s: &Segment| (s.a.x - s.b.x).abs() < 0.01;
        if level(self) && level(other) && (self.a.y - other.a.y).abs() < 1.0 {
            span(self.a.x, self.b.x, other.a.x, other.b.x)
        } else if upright(self) && upright(other) && (self.a.x - other.a.x).abs() < 1.0 {
            span(self.a.y, self.b.y, other.a.y, other.b.y)
        } else {
            0.0
        }
    }
}

/// Segments by the cells of a grid, so that no check looks at all of them.
struct Index<'s> {
    segments: &'s [Segment],
    cells: Vec<Vec<usize>>,
    columns: usize,
    rows: usize,
    cell: (f64, f64),
    origin: Point,
}

impl<'s> Index<'s> {
    fn new(segments: &'s [Segment]) -> Index<'s> {
        let (mut low, mut high) = (Point { x: f64::MAX, y: f64::MAX }, Point { x: f64::MIN, y: f64::MIN });
        for segment in segments {
            let r = segment.bounds();
            low = Point { x: low.x.min(r.x), y: low.y.min(r.y) };
            high = Point { x: high.x.max(r.right()), y: high.y.max(r.bottom()) };
        }
        let side = (segments.len() as f64).sqrt().ceil().clamp(1.0, 200.0);
        let cell = (((high.x - low.x) / side).max(1.0), ((high.y - low.y) / side).max(1.0));
        let columns = side as usize;
        let mut index = Index {
            segments,
            cells: vec![Vec::new(); columns * columns],
            columns,
            rows: columns,
            cell,
            origin: low,
        };
        for (at, segment) in segments.iter().enumerate() {
            let (left, top, right, bottom) = index.range(&segment.bounds());
            for row in top..=bottom {
                for column in left..=right {
                    if let Some(list) = index.cells.get_mut(row * columns + column) {
                        list.push(at);
                    }
                }
            }
        }
        index
    }

    /// First and last column and row that a rectangle touches, with a rim of a unit.
    fn range(&self, rect: &Rect) -> (usize, usize, usize, usize) {
        let place =
            |v: f64, cell: f64, count: usize| ((v / cell).floor().max(0.0) as usize).min(count.max(1) - 1);
        (
            place(rect.x - 1.0 - self.origin.x, self.cell.0, self.columns),
            place(rect.y - 1.0 - self.origin.y, self.cell.1, self.rows),
            place(rect.right() + 1.0 - self.origin.x, self.cell.0, self.columns),
            place(rect.bottom() + 1.0 - self.origin.y, self.cell.1, self.rows),
        )
    }

    /// The edges with a segment in `rect`, shrunk by the tolerance.
    fn hits(&self, rect: &Rect) -> Vec<usize> {
        let inner = rect.grown(-TOLERANCE);
        let (left, top, right, bottom) = self.range(rect);
        let mut found = Vec::new();
        for row in top..=bottom {
            for column in left..=right {
                for &at in self.cells.get(row * self.columns + column).into_iter().flatten() {
                    if let Some(segment) = self.segments.get(at)
                        && segment.within(&inner).is_some()
                    {
                        found.push(segment.edge);
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Calls `f` once for each pair of segments that come near each other.
    fn pairs(&self, mut f: impl FnMut(&Segment, &Segment)) {
        for (cell, list) in self.cells.iter().enumerate() {
            let here = (cell % self.columns, cell / self.columns);
            for (at, &i) in list.iter().enumerate() {
                for &j in list.iter().skip(at + 1) {
                    let (Some(a), Some(b)) = (self.segments.get(i), self.segments.get(j)) else { continue };
                    let (ra, rb) = (self.range(&a.bounds()), self.range(&b.bounds()));
                    // Both may share several cells: the pair is met in the first.
                    if a.edge != b.edge && (ra.0.max(rb.0), ra.1.max(rb.1)) == here {
                        f(a, b);
                    }
                }
            }
        }
    }
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

/// How often a line passes a frame from in to out or back. Running along it does not count.
fn passes(points: &[Point], frame: &Rect) -> usize {
    let depth =
        |p: Point| (p.x - frame.x).min(frame.right() - p.x).min(p.y - frame.y).min(frame.bottom() - p.y);
    let mut side = 0;
    let mut count = 0;
    let mut look = |p: Point| {
        let d = depth(p);
        let now = if d > 1.5 {
            1
        } else if d < -1.5 {
            -1
        } else {
            0
        };
        if now != 0 {
            if side != 0 && now != side {
                count += 1;
            }
            side = now;
        }
    };
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let segment = Segment { a: *a, b: *b, edge: 0 };
        let at = |t: f64| Point { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        look(*a);
        if let Some((from, to)) = segment.within(frame) {
            look(at((from + to) / 2.0));
        }
        look(*b);
    }
    count
}

/// Measures a layout of a graph. Lists of both must have the same lengths.
pub fn measure(graph: &Graph, placed: &Placed) -> Measure {
    let mut out = Measure { width: placed.width, height: placed.height, ..Measure::default() };
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
        for pair in route.points.windows(2) {
            let [a, b] = pair else { continue };
            let length = (a.x - b.x).hypot(a.y - b.y);
            if length > 1e-6 {
                segments.push(Segment { a: *a, b: *b, edge });
                out.length += length;
            }
        }
        for corner in route.points.windows(3) {
            let [a, b, c] = corner else { continue };
            let turn = (c.y - b.y).atan2(c.x - b.x) - (b.y - a.y).atan2(b.x - a.x);
            let turn = (turn + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI;
            if turn.abs() > 15_f64.to_radians() {
                out.bends += 1;
            }
        }
    }
    let index = Index::new(&segments);
    let mut together: Vec<(usize, usize)> = Vec::new();
    index.pairs(|a, b| {
        if a.crosses(b) {
            out.crossings += 1;
        } else if a.shared(b) > 2.0 {
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
            match (in_cluster(ends.source, cluster), in_cluster(ends.target, cluster)) {
                (false, false) => {
                    fault(FaultKind::ThroughCluster, edge_name(edge), cluster_name(cluster));
                }
                (true, true) => {
                    let room = frame.grown(2.0);
                    let inside =
                        |p: &Point| room.holds(&Rect { x: p.x, y: p.y, width: 0.0, height: 0.0 }, 0.0);
                    if !route.points.iter().all(inside) {
                        fault(FaultKind::LeavesCluster, edge_name(edge), cluster_name(cluster));
                    }
                }
                _ => {
                    if passes(&route.points, frame) > 1 {
                        fault(FaultKind::CrossesAgain, edge_name(edge), cluster_name(cluster));
                    }
                }
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
        let near = rect.grown(FAR);
        let points = placed.edges.get(edge).map_or(&[][..], |r| r.points.as_slice());
        let close = points.windows(2).any(|pair| match pair {
            [a, b] => Segment { a: *a, b: *b, edge }.within(&near).is_some(),
            _ => false,
        });
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
