//! Takes white out of a picture: all that stands or runs is pushed together along one axis, then
//! along the other, as far as the gaps allow, and then to where lines are short. What stands left of
//! something stays left of it and ways keep their shape, so no fault and no crossing can come in;
//! the small steps in lines that an engine leaves close by themselves, for short is straight.
//!
//! Along one axis the picture is a list of [`parts`]: boxes, the sides of frames, words, and the
//! stretches that run across the axis. They keep distances to those that they see, and [`solve`]
//! finds their places.

mod parts;
mod solve;

use crate::layout::graph::{Graph, Placed, Point, Rect};
use parts::Parts;

/// How often both axes are done: what comes together along one can make room along the other.
const ROUNDS: usize = 2;

/// Compacts a picture along both axes. Pictures with slanting lines stay as they are.
pub fn compact(graph: &Graph, placed: &mut Placed) {
    let level = |a: &Point, b: &Point| (a.x - b.x).abs() < 0.01 || (a.y - b.y).abs() < 0.01;
    let square = |points: &[Point]| points.windows(2).all(|pair| matches!(pair, [a, b] if level(a, b)));
    if !placed.edges.iter().all(|route| square(&route.points)) {
        return;
    }
    for _ in 0..ROUNDS {
        axis(graph, placed, false);
        turn(placed);
        axis(graph, placed, true);
        turn(placed);
    }
}

/// Compacts along x; `turned` if that is y in truth.
fn axis(graph: &Graph, placed: &mut Placed, turned: bool) {
    let parts = Parts::new(graph, placed, turned);
    if let Some(places) = solve::solve(&parts.groups, &parts.gaps, &parts.ties) {
        parts.put(placed, &places);
    }
}

/// Swaps x and y everywhere.
fn turn(placed: &mut Placed) {
    let rect = |r: &mut Rect| *r = Rect { x: r.y, y: r.x, width: r.height, height: r.width };
    placed.nodes.iter_mut().for_each(rect);
    for cluster in &mut placed.clusters {
        rect(&mut cluster.rect);
        rect(&mut cluster.title);
        cluster.note.iter_mut().for_each(rect);
    }
    for route in &mut placed.edges {
        route.label.iter_mut().for_each(rect);
        route.points.iter_mut().for_each(|p| *p = Point { x: p.y, y: p.x });
    }
    std::mem::swap(&mut placed.width, &mut placed.height);
}
