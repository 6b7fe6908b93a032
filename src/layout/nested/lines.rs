//! Draws the lines of a picture whose boxes have their places.

use crate::layout::graph::{Graph, Placed, Point, Rect, Route};
use crate::layout::route::{Field, LabelPlace};

/// How often all lines are drawn anew, those first that found no way.
const STARTS: usize = 4;
/// Up to so many lines those that could be better are drawn again twice, or once, or only the worst.
const FEW: usize = 60;
const SOME: usize = 100;
const MANY: usize = 200;

/// What makes a line bad: more corners or more crossings than these.
#[derive(Clone, Copy)]
struct Bad {
    corners: usize,
    crossings: usize,
}

impl Bad {
    fn is(&self, corners: usize, crossings: usize) -> bool {
        corners > self.corners || crossings > self.crossings
    }
}

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
    // How bad a line must be to be drawn again.
    let rounds: &[Bad] = match order.len() {
        n if n <= FEW => &[Bad { corners: 3, crossings: 0 }; 2],
        n if n <= SOME => &[Bad { corners: 3, crossings: 0 }],
        n if n <= MANY => &[Bad { corners: usize::MAX, crossings: 11 }],
        _ => &[],
    };
    for bad in rounds {
        for &edge in &order {
            let poor = |line: &Route| {
                bad.is(line.points.len(), field.crossings(edge, line)) || !Field::label_on_line(line)
            };
            if field.line(edge).is_some_and(poor) {
                again(&mut field, edge, place(edge));
            }
        }
    }
    placed.edges = field.into_lines();
    Ok(())
}

/// Draws a line again and keeps what is better. The new one knows all others; the old one was drawn
/// when many were not there.
fn again(field: &mut Field<'_>, edge: usize, kept: LabelPlace) {
    let Some(old) = field.take(edge) else { return };
    let mut best = (field.cost(edge, &old), old);
    for place in [kept, LabelPlace::Find] {
        if let Some(route) = field.route(edge, place) {
            let cost = field.cost(edge, &route);
            if cost < best.0 - 1.0 {
                best = (cost, route);
            }
        }
        if kept == LabelPlace::Find {
            break;
        }
    }
    field.put(edge, best.1);
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
