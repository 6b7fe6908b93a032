//! Draws the lines of a picture whose boxes have their places.

use crate::layout::graph::{Graph, Placed, Point, Rect};
use crate::layout::route::{Field, LabelPlace};

/// How often all lines are drawn anew, those first that found no way.
const STARTS: usize = 4;
/// Up to so many lines each is drawn again, twice or once, when all others are there.
const TWICE: usize = 60;
const ONCE: usize = 160;
/// A line with no more corners that crosses none is as good as it can be, or nearly so.
const SIMPLE: usize = 3;

/// Draws all lines that are not drawn, through the places that are kept for their labels or
/// where else there is room.
///
/// # Errors
/// The edge for which there is no way.
pub(super) fn draw(graph: &Graph, placed: &mut Placed) -> Result<(), usize> {
    let mut order: Vec<usize> =
        (0..graph.edges.len()).filter(|i| placed.edges.get(*i).is_some_and(|r| r.points.len() < 2)).collect();
    // Short ones first: they have the least choice.
    let lengths: Vec<f64> = (0..graph.edges.len()).map(|i| length(graph, placed, i)).collect();
    let long = |i: usize| lengths.get(i).copied().unwrap_or_default();
    order.sort_by(|a, b| long(*a).total_cmp(&long(*b)).then(a.cmp(b)));
    let kept: Vec<Option<Rect>> = placed.edges.iter().map(|r| r.label).collect();
    let place = |edge: usize| match kept.get(edge).copied().flatten() {
        Some(rect) => LabelPlace::At(rect),
        None => LabelPlace::Find,
    };
    let mut start = 0;
    let mut field = loop {
        let mut field = Field::new(graph, placed);
        let mut failed = Vec::new();
        for &edge in &order {
            match field.route(edge, place(edge)).or_else(|| field.route(edge, LabelPlace::Find)) {
                Some(route) => field.put(edge, route),
                None => failed.push(edge),
            }
        }
        start += 1;
        match failed.first() {
            None => break field,
            Some(edge) if start >= STARTS => return Err(*edge),
            Some(_) => {
                order.retain(|edge| !failed.contains(edge));
                order.splice(0..0, failed);
            }
        }
    };
    let rounds = if order.len() <= TWICE { 2 } else { usize::from(order.len() <= ONCE) };
    for _ in 0..rounds {
        for &edge in &order {
            if field
                .line(edge)
                .is_some_and(|line| line.points.len() <= SIMPLE && field.crossings(edge, line) == 0)
            {
                continue;
            }
            let Some(old) = field.take(edge) else { continue };
            let mut best = (field.cost(edge, &old), old);
            for place in [place(edge), LabelPlace::Find] {
                if let Some(route) = field.route(edge, place) {
                    let cost = field.cost(edge, &route);
                    if cost < best.0 - 1.0 {
                        best = (cost, route);
                    }
                }
            }
            field.put(edge, best.1);
        }
    }
    placed.edges = field.into_lines();
    Ok(())
}

/// About how long a line will be: over its label if that has a place.
fn length(graph: &Graph, placed: &Placed, edge: usize) -> f64 {
    let Some(ends) = graph.edges.get(edge) else { return 0.0 };
    let middle = |node: usize| placed.nodes.get(node).map(Rect::center).unwrap_or_default();
    let away = |a: Point, b: Point| (a.x - b.x).abs() + (a.y - b.y).abs();
    let (from, to) = (middle(ends.source), middle(ends.target));
    match placed.edges.get(edge).and_then(|r| r.label) {
        Some(label) => away(from, label.center()) + away(label.center(), to),
        None => away(from, to),
    }
}
