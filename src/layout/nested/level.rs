//! One frame's content: its parts in layers, what nothing joins packed beside them.

use super::layers;
use super::pack::pack;
use super::room::{Rim, Room};
use crate::layout::flat::{self, Gaps};
use crate::layout::graph::{Direction, Graph, Placement, Point, Rect, Size};

/// The most parts that are given to `layout-rs` at once: its time grows with their cube.
const MOST: usize = 40;

/// What stands in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A node, by its place in the graph.
    Node(usize),
    /// A frame.
    Cluster(usize),
    /// The label of an edge.
    Label(usize),
}

/// A line between two parts: from, its label if it has one, to; places in the list of parts.
pub(super) type Line = (usize, Option<usize>, usize);

/// What is to be laid out: parts, and the lines between them by their places in `parts`.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    pub parts: Vec<Part>,
    pub lines: Vec<Line>,
}

/// Content with its places, from the upper left corner of all with its white around it.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub places: Vec<(Part, Rect)>,
    pub size: Size,
}

/// Lays out the content of one frame. `frames` are the sizes of the frames that are known.
pub(super) fn lay_out(graph: &Graph, room: &Room, content: &Content, frames: &[Size]) -> Level {
    let direction = graph.options.direction;
    let sized: Vec<(Size, Rim)> = content
        .parts
        .iter()
        .map(|part| match *part {
            Part::Node(node) => (room.node(node), room.node_rim(node)),
            Part::Cluster(c) => (frames.get(c).copied().unwrap_or_default(), room.frame_rim(c)),
            Part::Label(edge) => {
                let label = graph.edges.get(edge).and_then(|e| e.label_for(direction));
                (label.unwrap_or_default(), room.label_rim())
            }
        })
        .collect();
    let grown: Vec<Size> = sized.iter().map(|(size, rim)| room.grown(*size, *rim)).collect();
    let arrows = arrows(content);
    let (mut groups, lonely) = groups(content.parts.len(), &arrows);
    let mut boxes: Vec<(Vec<(usize, Rect)>, Size)> = groups
        .drain(..)
        .map(|group| {
            let sizes: Vec<Size> = group.iter().filter_map(|i| grown.get(*i).copied()).collect();
            let place = |i: usize| group.binary_search(&i).ok();
            let own: Vec<(usize, usize)> =
                arrows.iter().filter_map(|&(a, b)| Some((place(a)?, place(b)?))).collect();
            let rects = layered(graph, &sizes, &own, direction);
            let size = extent(&rects);
            (group.into_iter().zip(rects).collect(), size)
        })
        .collect();
    if !lonely.is_empty() {
        let sizes: Vec<Size> = lonely.iter().filter_map(|i| grown.get(*i).copied()).collect();
        let (at, size) = pack(&sizes);
        let rects = lonely
            .iter()
            .zip(sizes.iter().zip(at))
            .map(|(i, (size, at))| (*i, Rect { x: at.x, y: at.y, width: size.width, height: size.height }));
        boxes.push((rects.collect(), size));
    }
    let sizes: Vec<Size> = boxes.iter().map(|(_, size)| *size).collect();
    let (corners, size) = pack(&sizes);
    let mut places: Vec<(usize, Rect)> = Vec::with_capacity(content.parts.len());
    for ((rects, _), Point { x, y }) in boxes.into_iter().zip(corners) {
        places.extend(rects.into_iter().map(|(i, r)| (i, Rect { x: r.x + x, y: r.y + y, ..r })));
    }
    places.sort_by_key(|(i, _)| *i);
    let bare = places.into_iter().filter_map(|(i, rect)| {
        let (size, rim) = sized.get(i)?;
        let (dx, dy) = room.sides(*rim);
        let rect = Rect { x: rect.x + dx, y: rect.y + dy, width: size.width, height: size.height };
        Some((*content.parts.get(i)?, rect))
    });
    Level { places: bare.collect(), size }
}

/// The arrows between parts, none of which turn in a ring; labels stand between the ends of
/// their lines, also of those that run back.
fn arrows(content: &Content) -> Vec<(usize, usize)> {
    let ends: Vec<(usize, usize)> = content.lines.iter().map(|(from, _, to)| (*from, *to)).collect();
    let back = layers::back(content.parts.len(), &ends);
    let mut out = Vec::new();
    for (&(from, label, to), back) in content.lines.iter().zip(back) {
        let (from, to) = if back { (to, from) } else { (from, to) };
        match label {
            Some(label) => out.extend([(from, label), (label, to)]),
            None => out.push((from, to)),
        }
    }
    out
}

/// Parts that lines join, each group sorted, and those that none joins.
fn groups(count: usize, arrows: &[(usize, usize)]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &(a, b) in arrows {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(list) = near.get_mut(one) {
                list.push(other);
            }
        }
    }
    let mut seen = vec![false; count];
    let (mut groups, mut lonely) = (Vec::new(), Vec::new());
    for start in 0..count {
        let mut open = vec![start];
        let mut group = Vec::new();
        while let Some(part) = open.pop() {
            if seen.get_mut(part).is_none_or(|seen| std::mem::replace(seen, true)) {
                continue;
            }
            group.push(part);
            open.extend(near.get(part).into_iter().flatten());
        }
        group.sort_unstable();
        match group.as_slice() {
            [] => {}
            [one] => lonely.push(*one),
            _ => groups.push(group),
        }
    }
    (groups, lonely)
}

/// Parts in layers: by `layout-rs`, or by our own layering where there are many of them, where
/// the crate fails, or where that is asked for.
fn layered(graph: &Graph, sizes: &[Size], arrows: &[(usize, usize)], direction: Direction) -> Vec<Rect> {
    let theirs = graph.options.placement == Placement::NetworkSimplex && sizes.len() <= MOST;
    let placed = theirs.then(|| flat::place(sizes, arrows, direction, Gaps { beside: 0.0, between: 0.0 }));
    match placed {
        Some(Ok(rects)) => rects,
        _ => layers::place(sizes, arrows, direction),
    }
}

fn extent(rects: &[Rect]) -> Size {
    let width = rects.iter().map(Rect::right).fold(0.0, f64::max);
    let height = rects.iter().map(Rect::bottom).fold(0.0, f64::max);
    Size { width, height }
}
