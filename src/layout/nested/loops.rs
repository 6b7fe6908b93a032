//! Lines from an element to itself: around its lower right corner, one within the other.

use crate::layout::graph::{Direction, Graph, Point, Rect, Route, Size};

/// From the corner to the first port.
const CORNER: f64 = 10.0;
/// From a port to the next, at the least.
const PORT: f64 = 7.0;
/// How much of a side may be taken.
const SHARE: f64 = 0.55;
/// From the element to the nearest loop, with room for its head.
const NEAR: f64 = 22.0;
/// From a loop to the next, and from a label to what is around it.
const GAP: f64 = 12.0;

/// The loops of one element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Loops {
    /// The element with its loops; nothing if there are none.
    pub size: Size,
    /// Their ways by their edges, from the element's upper left corner.
    pub routes: Vec<(usize, Route)>,
}

/// The least side of an element with so many loops.
pub(super) fn side(count: usize) -> f64 {
    if count == 0 { 0.0 } else { (CORNER + PORT * count as f64) / SHARE }
}

/// Bends the loops `edges` of an element of a size.
pub(super) fn bend(graph: &Graph, edges: &[usize], size: Size) -> Loops {
    let direction = graph.options.direction;
    // Drawn for labels on level stretches; where lines run down, all is turned over the diagonal.
    let turned = direction == Direction::Down;
    let turn = |s: Size| if turned { Size { width: s.height, height: s.width } } else { s };
    let own = turn(size);
    let mut out = Loops::default();
    let step = |side: f64| ((side * SHARE - CORNER) / edges.len().max(1) as f64).clamp(1.5, GAP);
    let (down, along) = (step(own.height), step(own.width));
    let (mut right, mut bottom) = (own.width + NEAR - GAP, own.height + NEAR - GAP);
    for (i, &index) in edges.iter().enumerate() {
        let label = graph.edges.get(index).and_then(|e| e.label_for(direction)).map(turn);
        let room = label.unwrap_or_default();
        let from = Point { x: own.width, y: own.height - CORNER - down * i as f64 };
        let to = Point { x: own.width - CORNER - along * i as f64, y: own.height };
        let y = bottom + GAP + room.height / 2.0;
        let x = (right + GAP).max(to.x + room.width + 2.0 * GAP);
        let points = [from, Point { x, y: from.y }, Point { x, y }, Point { x: to.x, y }, to]
            .map(|p| if turned { Point { x: p.y, y: p.x } } else { p });
        let label = label.map(|l| {
            let rect = Rect {
                x: (to.x + x - l.width) / 2.0,
                y: y - l.height / 2.0,
                width: l.width,
                height: l.height,
            };
            if turned { Rect { x: rect.y, y: rect.x, width: rect.height, height: rect.width } } else { rect }
        });
        right = x;
        bottom = y + room.height / 2.0;
        out.routes.push((index, Route { points: points.to_vec(), label }));
    }
    if !edges.is_empty() {
        out.size = turn(Size { width: right, height: bottom });
    }
    out
}
