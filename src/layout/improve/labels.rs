//! A seat for a label on its line.

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
    let goal = wanted(graph, placed, lines, edge, &mine)?;
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
        for place in 0..PLACES {
            let along = before + room * place as f64 / (PLACES - 1) as f64 + need / 2.0;
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
            let away = (middle.x - goal.x).abs() + (middle.y - goal.y).abs();
            let others = mine.iter().enumerate().filter(|(other, _)| *other != at);
            if others.into_iter().all(|(_, s)| s.within(&rect.grown(CLEARANCE)).is_none()) {
                places.push((away, rect));
            }
        }
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    places.into_iter().map(|(_, rect)| rect).find(|rect| is_free(placed, edge, rect))
}

/// Where a label would stand best: where the line passes the outermost frame, or in its middle.
fn wanted(graph: &Graph, placed: &Placed, lines: &Lines<'_>, edge: usize, mine: &[Segment]) -> Option<Point> {
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
                    return Some(segment.at(t));
                }
            }
        }
    }
    let half = mine.iter().map(Segment::length).sum::<f64>() / 2.0;
    let mut gone = 0.0;
    for segment in mine {
        let length = segment.length();
        if gone + length >= half {
            return Some(segment.at((half - gone) / length));
        }
        gone += length;
    }
    None
}

/// True if nothing else comes near, and no frame's side runs through.
fn is_free(placed: &Placed, edge: usize, rect: &Rect) -> bool {
    let room = rect.grown(CLEARANCE);
    let astride = |frame: &Rect| room.overlaps(frame, 0.0) && !frame.holds(&room, 0.0);
    let words =
        |c: &PlacedCluster| c.title.overlaps(&room, 0.0) || c.note.is_some_and(|n| n.overlaps(&room, 0.0));
    placed.nodes.iter().all(|node| !node.overlaps(&room, 0.0))
        && placed.clusters.iter().all(|c| !astride(&c.rect) && !words(c))
        && placed.edges.iter().enumerate().filter(|(other, _)| *other != edge).all(|(other, route)| {
            route.label.is_none_or(|label| !label.overlaps(&room, 0.0))
                && stretches(&route.points, other).all(|s| s.within(&room).is_none())
        })
}
