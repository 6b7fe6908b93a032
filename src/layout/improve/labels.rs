//! Seats for labels on their lines.

use crate::layout::graph::{Direction, Graph, Placed, PlacedCluster, Point, Rect, Size};
use crate::layout::metric::{Lines, Segment, stretches};

/// From a label's side to the end of the stretch that it stands on, so that the line is seen to go
/// on.
pub const STRETCH: f64 = 14.0;
/// Where the stretch ends at an element, its head needs room as well.
pub const AT_ELEMENT: f64 = 18.0;
/// From a label to anything else.
const CLEARANCE: f64 = 6.0;
/// How many places are tried on a stretch.
const PLACES: usize = 9;

/// From a label to the frame beside which it stands.
const BESIDE: f64 = CLEARANCE + 1.0;
/// A label within the frame that its line leaves or enters counts as so much farther away from where it should
/// stand than one outside, so that of two places beside the frame the outer one is taken.
const INNER: f64 = 12.0;
/// A label that gains less than this by moving stays.
const LEAST_MOVE: f64 = 10.0;

/// The best free place for a label on a line that runs over `points`: on a stretch that runs as the
/// picture does (labels are arranged for it), away from all else, and across no frame. A label of a
/// line that passes frames stands as near as it can to the outermost of them; any other near the
/// middle of its line.
pub fn seat(
    graph: &Graph,
    placed: &Placed,
    lines: &Lines<'_>,
    edge: usize,
    points: &[Point],
    size: Size,
) -> Option<Rect> {
    let mine: Vec<Segment> = stretches(points, edge).collect();
    let goal = Goal::of(graph, placed, lines, edge, &mine)?;
    let level = placed.direction == Direction::Right;
    let mut places: Vec<(f64, Rect)> = Vec::new();
    for (at, segment) in mine.iter().enumerate() {
        let bounds = segment.bounds();
        if level != (bounds.width > bounds.height) {
            continue;
        }
        let (length, need) = if level { (bounds.width, size.width) } else { (bounds.height, size.height) };
        let ends = (
            if at == 0 { AT_ELEMENT } else { STRETCH },
            if at + 1 == mine.len() { AT_ELEMENT } else { STRETCH },
        );
        let forward = if level { segment.b.x > segment.a.x } else { segment.b.y > segment.a.y };
        let (before, after) = if forward { ends } else { (ends.1, ends.0) };
        let room = length - need - before - after;
        if room < 0.0 {
            continue;
        }
        let (start, middle) = if level { (bounds.x, goal.at.x) } else { (bounds.y, goal.at.y) };
        let spread = (0..PLACES).map(|place| before + room * place as f64 / (PLACES - 1) as f64 + need / 2.0);
        // Right beside the frame, on either side of it.
        let beside = [-1.0, 1.0].map(|side| middle - start + side * (need / 2.0 + BESIDE));
        let fits = |along: &f64| (before..=before + room).contains(&(along - need / 2.0));
        for along in spread.chain(beside.into_iter().filter(fits)) {
            let middle = if level {
                Point { x: bounds.x + along, y: bounds.y }
            } else {
                Point { x: bounds.x, y: bounds.y + along }
            };
            let rect = Rect {
                x: middle.x - size.width / 2.0,
                y: middle.y - size.height / 2.0,
                width: size.width,
                height: size.height,
            };
            let others = mine.iter().enumerate().filter(|(other, _)| *other != at);
            if others.into_iter().all(|(_, s)| s.within(&rect.grown(CLEARANCE)).is_none()) {
                places.push((goal.away(&rect), rect));
            }
        }
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    places.into_iter().map(|(_, rect)| rect).find(|rect| is_free(placed, edge, rect))
}

/// Moves labels that are in a fault, and those of lines that pass a frame to that frame, where there is a free
/// place for them. Lines stay as they are.
pub fn reseat(graph: &Graph, placed: &mut Placed) {
    let lines = Lines::new(graph);
    for edge in 0..graph.edges.len() {
        let Some(route) = placed.edges.get(edge) else { continue };
        let Some(old) = route.label else { continue };
        let mine: Vec<Segment> = stretches(&route.points, edge).collect();
        let Some(goal) = Goal::of(graph, placed, &lines, edge, &mine) else { continue };
        let size = Size { width: old.width, height: old.height };
        let faults = lines.of(placed, edge).faults;
        if faults == 0 && goal.frame.is_none() {
            continue;
        }
        let Some(new) = seat(graph, placed, &lines, edge, &route.points, size) else { continue };
        let astride = placed.clusters.iter().any(|c| is_astride(&c.rect, &old));
        if faults == 0 && !astride && goal.away(&old) < goal.away(&new) + LEAST_MOVE {
            continue;
        }
        let set = |placed: &mut Placed, label: Rect| {
            if let Some(route) = placed.edges.get_mut(edge) {
                route.label = Some(label);
            }
        };
        set(placed, new);
        if lines.of(placed, edge).faults > faults {
            set(placed, old);
        }
    }
}

/// Where a label would stand best.
struct Goal {
    at: Point,
    /// The frame that the line passes there.
    frame: Option<Rect>,
}

impl Goal {
    /// Where the line passes the outermost frame, or else its middle.
    fn of(graph: &Graph, placed: &Placed, lines: &Lines<'_>, edge: usize, mine: &[Segment]) -> Option<Goal> {
        let ends = graph.edges.get(edge)?;
        let (from, to) = (lines.around(ends.source), lines.around(ends.target));
        let passed = from.iter().filter(|c| !to.contains(c)).chain(to.iter().filter(|c| !from.contains(c)));
        let outermost = passed
            .filter_map(|c| placed.clusters.get(*c))
            .map(|c| c.rect)
            .max_by(|a, b| (a.width * a.height).total_cmp(&(b.width * b.height)));
        if let Some(frame) = outermost {
            for segment in mine {
                if let Some((enters, leaves)) = segment.within(&frame) {
                    let t = if enters > 0.0 { enters } else { leaves };
                    if t < 1.0 {
                        return Some(Goal { at: segment.at(t), frame: Some(frame) });
                    }
                }
            }
        }
        let half = mine.iter().map(Segment::length).sum::<f64>() / 2.0;
        let mut gone = 0.0;
        for segment in mine {
            let length = segment.length();
            if gone + length >= half {
                return Some(Goal { at: segment.at((half - gone) / length), frame: None });
            }
            gone += length;
        }
        None
    }

    /// How far a label is from it.
    fn away(&self, label: &Rect) -> f64 {
        let middle = label.center();
        let inner = self.frame.is_some_and(|frame| frame.holds(label, 0.0));
        let far = (middle.x - self.at.x).abs() + (middle.y - self.at.y).abs();
        far + if inner { INNER } else { 0.0 }
    }
}

/// True if nothing else comes near, and no frame's side runs through.
fn is_free(placed: &Placed, edge: usize, rect: &Rect) -> bool {
    let room = rect.grown(CLEARANCE);
    let words =
        |c: &PlacedCluster| c.title.overlaps(&room, 0.0) || c.note.is_some_and(|n| n.overlaps(&room, 0.0));
    placed.nodes.iter().all(|node| !node.overlaps(&room, 0.0))
        && placed.clusters.iter().all(|c| !is_astride(&c.rect, &room) && !words(c))
        && placed.edges.iter().enumerate().filter(|(other, _)| *other != edge).all(|(other, route)| {
            route.label.is_none_or(|label| !label.overlaps(&room, 0.0))
                && stretches(&route.points, other).all(|s| s.within(&room).is_none())
        })
}

/// True if a frame's side runs through.
fn is_astride(frame: &Rect, rect: &Rect) -> bool {
    rect.overlaps(frame, 0.0) && !frame.holds(rect, 0.0)
}
