//! A picture along one axis: what stands or runs there, what must move together, which distances
//! must be kept. The axis is x; for y the picture is turned before.

use super::solve::{Gap, Tie};
use crate::layout::graph::{Graph, Placed, Point, Rect, Route, straightened};
use crate::layout::improve::grid::{CLEARANCE, FRAME_CLEARANCE, WORDS_CLEARANCE};
use crate::layout::improve::labels::{AT_ELEMENT, STRETCH};
use crate::layout::title::{TITLE_GAP, TITLE_INSET, TITLE_ROOM};

/// Parts whose ways miss each other by less than this still see each other, so that none comes
/// close round a corner.
const RIM: f64 = 6.0;
/// A line from element to element is at least this long: it needs a head and some shaft.
const SHAFT: f64 = 40.0;
/// A label whose middle is this near to its line stands on it.
const ASIDE: f64 = 3.0;
/// What a unit of a frame's side costs beside a unit of line: frames should sit close, but not at
/// the price of lines.
const FRAME_TIE: f64 = 0.4;
/// What a unit costs by which words keep the sides of their frame apart.
const WORDS_TIE: f64 = 0.1;
/// What a unit of a step in a line costs: when it is gone, so are two turns.
const STEP_TIE: f64 = 3.0;

/// What a part is; it decides about distances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Node,
    /// A frame's left side.
    Opens(usize),
    /// A frame's right side.
    Closes(usize),
    /// Title or note of a frame.
    Words(usize),
    /// A stretch of a line across the axis.
    Stretch(usize),
    Label(usize),
}

/// A part. Its place is that of its group and `offset`.
#[derive(Clone, Copy, Debug)]
struct Part {
    kind: Kind,
    group: usize,
    at: f64,
    size: f64,
    /// From where to where it reaches across the axis.
    reach: (f64, f64),
}

/// A point: its group, and where it is now.
type Spot = (usize, f64);

/// A distance to keep between two points.
struct Apart {
    before: Spot,
    after: Spot,
    distance: f64,
}

/// The picture along the axis.
pub struct Parts {
    /// Where each group stands now.
    pub groups: Vec<f64>,
    /// Distances to keep.
    pub gaps: Vec<Gap>,
    /// What should be near each other.
    pub ties: Vec<Tie>,
    /// Titles, which go to the left of their frames in the end.
    pub titles: Vec<usize>,
    /// Notes, which go to the right.
    pub notes: Vec<usize>,
    nodes: Vec<usize>,
    frames: Vec<(usize, usize)>,
    words: Vec<(usize, usize)>,
    labels: Vec<usize>,
    /// For each line the group of each of its corners.
    corners: Vec<Vec<usize>>,
}

/// Groups while they are found: parts that touch move together.
#[derive(Default)]
struct Union {
    parent: Vec<usize>,
    at: Vec<f64>,
}

impl Union {
    fn add(&mut self, at: f64) -> usize {
        self.parent.push(self.parent.len());
        self.at.push(at);
        self.parent.len() - 1
    }

    fn find(&self, mut i: usize) -> usize {
        while let Some(&p) = self.parent.get(i) {
            if p == i {
                break;
            }
            i = p;
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }

    fn at(&self, i: usize) -> f64 {
        self.at.get(self.find(i)).copied().unwrap_or(0.0)
    }
}

impl Parts {
    /// Reads a picture; `turned` if its x is y in truth.
    pub fn new(graph: &Graph, placed: &Placed, turned: bool) -> Parts {
        let mut union = Union::default();
        let mut parts: Vec<Part> = Vec::new();
        let mut part = |union: &mut Union, kind: Kind, rect: &Rect| {
            let group = union.add(rect.x);
            parts.push(Part { kind, group, at: rect.x, size: rect.width, reach: (rect.y, rect.bottom()) });
            group
        };
        let nodes: Vec<usize> = placed.nodes.iter().map(|r| part(&mut union, Kind::Node, r)).collect();
        let mut frames = Vec::new();
        let mut words = Vec::new();
        for (i, cluster) in placed.clusters.iter().enumerate() {
            let (rect, thin) = (cluster.rect, Rect { width: 0.0, ..cluster.rect });
            let opens = part(&mut union, Kind::Opens(i), &thin);
            let closes = part(&mut union, Kind::Closes(i), &Rect { x: rect.right(), ..thin });
            frames.push((opens, closes));
            let title = part(&mut union, Kind::Words(i), &cluster.title);
            let note = cluster.note.map_or(title, |note| part(&mut union, Kind::Words(i), &note));
            if turned {
                // The band of the title stays at the top of its frame.
                union.join(opens, title);
                union.join(opens, note);
            }
            words.push((title, note));
        }
        let mut corners = Vec::new();
        let mut labels = Vec::new();
        let mut near: Vec<(Spot, Spot, f64)> = Vec::new();
        let mut apart: Vec<Apart> = Vec::new();
        for (edge, route) in placed.edges.iter().enumerate() {
            let ends = graph.edges.get(edge).map(|e| (e.source, e.target));
            let at_end = |first: bool| ends.and_then(|(s, t)| nodes.get(if first { s } else { t }).copied());
            let mut own: Vec<usize> = Vec::new();
            let last = route.points.len().saturating_sub(1);
            for (i, p) in route.points.iter().enumerate() {
                let before = i.checked_sub(1).and_then(|b| route.points.get(b));
                let across = before.is_some_and(|b| (b.x - p.x).abs() < 0.01 && (b.y - p.y).abs() >= 0.01);
                let group = match (before, own.last()) {
                    (Some(b), Some(&group)) if across => {
                        let (low, high) = (b.y.min(p.y), b.y.max(p.y));
                        let at = Rect { x: p.x, y: low, width: 0.0, height: high - low };
                        let stretch = part(&mut union, Kind::Stretch(edge), &at);
                        union.join(group, stretch);
                        group
                    }
                    _ => union.add(p.x),
                };
                if (i == 0 || i == last)
                    && let Some(node) = at_end(i == 0)
                {
                    union.join(node, group);
                }
                own.push(group);
            }
            labels.push(seat(route, &own, &mut union, &mut part, edge, &mut apart));
            corners.push(own);
        }
        for (route, own) in placed.edges.iter().zip(&corners) {
            for (i, pair) in route.points.windows(2).enumerate() {
                let ([a, b], Some(&[one, other])) = (pair, own.get(i..i + 2)) else { continue };
                let (one, other) = ((one, a.x), (other, b.x));
                let step = i > 0 && i + 2 < route.points.len() && turns_back(&route.points, i);
                near.push((one, other, if step { STEP_TIE } else { 1.0 }));
                // A straight line from element to element.
                if route.points.len() == 2 {
                    let (before, after) = if a.x <= b.x { (one, other) } else { (other, one) };
                    apart.push(Apart { before, after, distance: SHAFT.min((a.x - b.x).abs()) });
                }
            }
        }
        for ((cluster, (opens, closes)), &(title, note)) in placed.clusters.iter().zip(&frames).zip(&words) {
            let (left, right) = ((*opens, cluster.rect.x), (*closes, cluster.rect.right()));
            near.push((left, right, FRAME_TIE));
            // Words make way for the sides of their frame until these have come together.
            if !turned {
                near.push(((title, cluster.title.x), right, WORDS_TIE));
                near.extend(cluster.note.map(|rect| (left, (note, rect.x), WORDS_TIE)));
            }
        }
        for part in &mut parts {
            part.group = union.find(part.group);
        }
        sight(graph, &mut parts, turned, |a, b, distance| {
            apart.push(Apart { before: (a.group, a.at), after: (b.group, b.at), distance });
        });
        // All groups are joined by now: only from here on a place and an offset can be told.
        let spot = |(group, at): Spot| (union.find(group), at - union.at(group));
        let gaps = apart.into_iter().map(|Apart { before, after, distance }| {
            let (before, after) = (spot(before), spot(after));
            Gap { before: before.0, after: after.0, distance: before.1 + distance - after.1 }
        });
        let ties =
            near.into_iter().map(|(one, other, weight)| Tie { one: spot(one), other: spot(other), weight });
        let mut out = Parts {
            groups: (0..union.parent.len()).map(|i| union.at(i)).collect(),
            gaps: gaps.filter(|gap| gap.before != gap.after).collect(),
            ties: ties.filter(|tie| tie.one.0 != tie.other.0).collect(),
            titles: if turned { Vec::new() } else { words.iter().map(|w| union.find(w.0)).collect() },
            notes: if turned {
                Vec::new()
            } else {
                words.iter().filter(|w| w.0 != w.1).map(|w| union.find(w.1)).collect()
            },
            nodes,
            frames,
            words,
            labels,
            corners,
        };
        // Members of a group that is named by another stand still; they are moved through it.
        let all: Vec<usize> = (0..union.parent.len()).map(|i| union.find(i)).collect();
        let follow = |i: &mut usize| *i = all.get(*i).copied().unwrap_or(*i);
        out.nodes.iter_mut().for_each(follow);
        out.labels.iter_mut().for_each(follow);
        out.corners.iter_mut().flatten().for_each(follow);
        for (a, b) in out.frames.iter_mut().chain(&mut out.words) {
            follow(a);
            follow(b);
        }
        out
    }

    /// Moves the picture's parts to where their groups now stand.
    pub fn put(&self, placed: &mut Placed, places: &[f64]) {
        let by = |group: usize| {
            places.get(group).copied().unwrap_or(0.0) - self.groups.get(group).copied().unwrap_or(0.0)
        };
        for (rect, group) in placed.nodes.iter_mut().zip(&self.nodes) {
            rect.x += by(*group);
        }
        for (cluster, ((opens, closes), (title, note))) in
            placed.clusters.iter_mut().zip(self.frames.iter().zip(&self.words))
        {
            let right = cluster.rect.right() + by(*closes);
            cluster.rect.x += by(*opens);
            cluster.rect.width = right - cluster.rect.x;
            cluster.title.x += by(*title);
            if let Some(rect) = &mut cluster.note {
                rect.x += by(*note);
            }
        }
        for ((route, own), label) in placed.edges.iter_mut().zip(&self.corners).zip(&self.labels) {
            for (p, group) in route.points.iter_mut().zip(own) {
                p.x += by(*group);
            }
            if let Some(rect) = &mut route.label {
                rect.x += by(*label);
            }
            route.points = straightened(std::mem::take(&mut route.points));
        }
    }
}

/// True if the stretch after corner `i` lies along the axis between two that run across it the
/// same way: a step.
fn turns_back(points: &[Point], i: usize) -> bool {
    let Some([a, b, c, d]) = i.checked_sub(1).and_then(|from| points.get(from..from + 4)) else {
        return false;
    };
    (b.y - a.y) * (d.y - c.y) > 0.0
}

/// The group of a line's label. On a stretch across the axis it moves with it; on one along it it
/// stays between the ends.
fn seat(
    route: &Route,
    own: &[usize],
    union: &mut Union,
    part: &mut impl FnMut(&mut Union, Kind, &Rect) -> usize,
    edge: usize,
    apart: &mut Vec<Apart>,
) -> usize {
    let first = own.first().copied().unwrap_or(0);
    let Some(label) = route.label else { return first };
    let group = part(union, Kind::Label(edge), &label);
    let middle = label.center();
    let holds = |a: f64, b: f64, v: f64| a.min(b) - ASIDE <= v && v <= a.max(b) + ASIDE;
    for (i, pair) in route.points.windows(2).enumerate() {
        let ([a, b], Some(&[from, to])) = (pair, own.get(i..i + 2)) else { continue };
        if !holds(a.x, b.x, middle.x) || !holds(a.y, b.y, middle.y) {
            continue;
        }
        if (a.x - b.x).abs() < 0.01 {
            union.join(from, group);
            return group;
        }
        let last = i + 2 == route.points.len();
        let room = |end: bool| if end { AT_ELEMENT } else { STRETCH };
        let ends = ((a.x, from, room(i == 0)), (b.x, to, room(last)));
        let (low, high) = if a.x <= b.x { ends } else { (ends.1, ends.0) };
        let (before, after) = (low.2.min(label.x - low.0), high.2.min(high.0 - label.right()));
        apart.push(Apart { before: (low.1, low.0), after: (group, label.x), distance: before });
        apart.push(Apart { before: (group, label.right()), after: (high.1, high.0), distance: after });
        return group;
    }
    // It stands beside its line: it goes where the line begins.
    union.join(first, group);
    group
}

/// Calls `keep` with the distance for each pair of parts of which one sees the other across the
/// axis.
fn sight(graph: &Graph, parts: &mut [Part], turned: bool, mut keep: impl FnMut(&Part, &Part, f64)) {
    parts.sort_by(|a, b| {
        let end = |p: &Part| p.at + p.size;
        a.at.total_cmp(&b.at).then(end(a).total_cmp(&end(b)))
    });
    // What is seen from the right, from top to bottom: spans with the parts that begin there. A
    // part hides those behind it from which it keeps a distance itself.
    let mut seen: Vec<(f64, f64, Vec<usize>)> = vec![(f64::NEG_INFINITY, f64::INFINITY, Vec::new())];
    for (index, part) in parts.iter().enumerate() {
        let (low, high) = (part.reach.0 - RIM, part.reach.1 + RIM);
        let from = seen.partition_point(|(_, end, _)| *end <= low);
        let to = seen.partition_point(|(start, _, _)| *start < high);
        let mut spans: Vec<(f64, f64, Vec<usize>)> = Vec::new();
        for (start, end, behind) in seen.get(from..to).into_iter().flatten() {
            if *start < low {
                spans.push((*start, low, behind.clone()));
            }
            let mut front = vec![index];
            for &other in behind {
                let Some(before) = parts.get(other) else { continue };
                match distance(graph, before, part, turned) {
                    Some(distance) => keep(before, part, before.size + distance),
                    None => front.push(other),
                }
            }
            // Spans with the same in front are one, or there would be ever more of them.
            match spans.last_mut() {
                Some((_, until, same)) if *same == front => *until = end.min(high),
                _ => spans.push((start.max(low), end.min(high), front)),
            }
            if *end > high {
                spans.push((high, *end, behind.clone()));
            }
        }
        seen.splice(from..to, spans);
    }
}

/// The distance that two parts keep, the first before the second: what is wanted for their kinds,
/// or what there is if that is less. Nothing if they may pass each other.
fn distance(graph: &Graph, before: &Part, after: &Part, turned: bool) -> Option<f64> {
    use Kind::{Closes, Label, Node, Opens, Stretch, Words};
    if before.group == after.group {
        return None;
    }
    let o = &graph.options;
    let apart = before.reach.1.min(after.reach.1) - before.reach.0.max(after.reach.0);
    let band = |cluster: usize| {
        let height = graph.clusters.get(cluster).map_or(0.0, |c| c.title_height);
        if turned && height > 0.0 { (height + 2.0 * TITLE_ROOM).max(o.padding) } else { o.padding }
    };
    let wanted = match (before.kind, after.kind) {
        // Of one line: what only follows each other may close up.
        (Stretch(a), Stretch(b)) if a == b && apart < 1.0 => return None,
        (Stretch(_), Stretch(_)) => o.edge_gap,
        (Label(a), Stretch(b)) | (Stretch(b), Label(a)) if a == b => STRETCH,
        (Opens(c), Node | Opens(_)) => band(c),
        (Node | Closes(_), Closes(_)) => o.padding,
        (Opens(_), Closes(_)) => 2.0 * o.padding,
        (Opens(_), Words(_)) | (Words(_), Closes(_)) if !turned => TITLE_INSET,
        (Words(_), Words(_)) if !turned => TITLE_GAP,
        (Words(_), Node | Opens(_)) if turned => TITLE_ROOM,
        (Node | Closes(_), Node | Opens(_)) => o.node_gap,
        (Node, Stretch(_)) | (Stretch(_), Node) => CLEARANCE,
        (Opens(_) | Closes(_), Stretch(_) | Label(_)) | (Stretch(_) | Label(_), Opens(_) | Closes(_)) => {
            FRAME_CLEARANCE
        }
        (Words(_) | Label(_), _) | (_, Words(_) | Label(_)) => WORDS_CLEARANCE,
    };
    Some(wanted.min(after.at - before.at - before.size))
}
