//! Small repairs to the routes of an engine: a line that turns right at its end, only to meet its
//! port, is drawn straight by moving the port along the side of its element.

use super::graph::{Graph, Placed, Point, Rect};
use super::metric::measure;

/// Turns of at most this size are worth mending.
const JOG: f64 = 26.0;
/// From a port to the corner of its element, and to the next port.
const CORNER: f64 = 12.0;
/// A stretch that is off by less is meant to be level or upright.
const SKEW: f64 = 1.5;
/// The most lines: each repair is measured anew.
const MOST: usize = 120;

/// Mends what can be mended without a new fault or crossing.
pub fn tidy(graph: &Graph, placed: &mut Placed) {
    for route in &mut placed.edges {
        square(&mut route.points);
    }
    if graph.edges.len() > MOST {
        return;
    }
    let mut best = measure(graph, placed);
    for edge in 0..placed.edges.len() {
        for at_source in [true, false] {
            let Some(points) = mended(graph, placed, edge, at_source) else { continue };
            let Some(route) = placed.edges.get_mut(edge) else { continue };
            let before = std::mem::replace(&mut route.points, points);
            let now = measure(graph, placed);
            if now.faults.len() <= best.faults.len() && now.crossings <= best.crossings {
                best = now;
            } else if let Some(route) = placed.edges.get_mut(edge) {
                route.points = before;
            }
        }
    }
}

/// Stretches that are all but level or upright are made so: engines leave fractions of a unit
/// between a port and the line that meets it.
fn square(points: &mut [Point]) {
    for i in 1..points.len() {
        let (Some(a), Some(b)) = (points.get(i - 1).copied(), points.get_mut(i)) else { continue };
        if (a.x - b.x).abs() < SKEW {
            b.x = a.x;
        } else if (a.y - b.y).abs() < SKEW {
            b.y = a.y;
        }
    }
}

/// The points of a line with its jog at one end drawn straight, if it has one.
fn mended(graph: &Graph, placed: &Placed, edge: usize, at_source: bool) -> Option<Vec<Point>> {
    let ends = graph.edges.get(edge)?;
    if ends.source == ends.target {
        return None;
    }
    let node = if at_source { ends.source } else { ends.target };
    let side = placed.nodes.get(node)?;
    let mut points = placed.edges.get(edge)?.points.clone();
    if !at_source {
        points.reverse();
    }
    // The end, the two corners of the jog, and the point that the line then goes on to.
    let [end, near, far, next, ..] = points.as_slice() else { return None };
    let upright = (end.x - near.x).abs() < 0.01;
    let (from, to) = if upright { (end.x, far.x) } else { (end.y, far.y) };
    let onward = if upright { (far.x - next.x).abs() < 0.01 } else { (far.y - next.y).abs() < 0.01 };
    let forward = if upright {
        (near.y - end.y) * (next.y - far.y) > 0.0
    } else {
        (near.x - end.x) * (next.x - far.x) > 0.0
    };
    if !onward || !forward || (from - to).abs() > JOG {
        return None;
    }
    let (low, high) = if upright { (side.x, side.right()) } else { (side.y, side.bottom()) };
    if to < low + CORNER || to > high - CORNER || !free(graph, placed, edge, node, *side, *end, to, upright) {
        return None;
    }
    let straight = if upright { Point { x: to, y: end.y } } else { Point { x: end.x, y: to } };
    let mut mended: Vec<Point> = std::iter::once(straight).chain(points.into_iter().skip(3)).collect();
    if !at_source {
        mended.reverse();
    }
    Some(mended)
}

/// True if no other line ends too near on the same side of the element.
#[allow(clippy::too_many_arguments, reason = "one question about one place")]
fn free(
    graph: &Graph,
    placed: &Placed,
    edge: usize,
    node: usize,
    side: Rect,
    end: Point,
    to: f64,
    upright: bool,
) -> bool {
    let mut ports = graph.edges.iter().zip(&placed.edges).enumerate().flat_map(|(index, (ends, route))| {
        let first = route.points.first().filter(|_| ends.source == node && index != edge);
        let last = route.points.last().filter(|_| ends.target == node && index != edge);
        first.into_iter().chain(last)
    });
    let same_side = |p: &Point| {
        if upright { (p.y - end.y).abs() < side.height / 2.0 } else { (p.x - end.x).abs() < side.width / 2.0 }
    };
    ports.all(|p| !same_side(p) || (if upright { p.x } else { p.y } - to).abs() >= CORNER)
}
