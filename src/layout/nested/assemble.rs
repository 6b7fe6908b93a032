//! Puts the levels together, from the inside out, and turns them so that lines stay short.

use super::level::{self, Content, Level, Line, Part};
use super::room::Room;
use crate::layout::graph::{Direction, Graph, Placed, PlacedCluster, Point, Rect, Route, Size};
use crate::layout::title::{TITLE_INSET, TITLE_ROOM};

/// How often frames are looked at to be turned.
const ROUNDS: usize = 3;

/// All places but those of the lines. Labels have the places that are kept for them, in routes
/// without points; lines from an element to itself are complete.
pub(super) fn assemble(graph: &Graph, room: &Room) -> Placed {
    let count = graph.clusters.len();
    let contents = contents(graph);
    let mut frames = vec![Size::default(); count];
    let mut levels = vec![Level::default(); count + 1];
    let mut origins = vec![(0.0, 0.0); count + 1];
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&c| (std::cmp::Reverse(graph.chain(Some(c)).len()), c));
    order.push(count);
    for &at in &order {
        let Some(content) = contents.get(at) else { continue };
        let own = level::lay_out(graph, room, content, &frames);
        let (size, origin) = room.frame(graph, at, own.size);
        if let Some(frame) = frames.get_mut(at) {
            *frame = size;
        }
        if let Some(place) = origins.get_mut(at) {
            *place = origin;
        }
        if let Some(level) = levels.get_mut(at) {
            *level = own;
        }
    }
    // From the outside in.
    order.reverse();
    let mut placed = places(graph, room, &levels, &origins, &order);
    for _ in 0..ROUNDS {
        let mut turned = false;
        for &at in order.iter().filter(|at| **at < count) {
            let Some(level) = levels.get(at) else { continue };
            let mirrored = mirrored(level, graph.options.direction);
            let before = reach(graph, &placed, at);
            let kept = levels.get_mut(at).map(|level| std::mem::replace(level, mirrored));
            let now = places(graph, room, &levels, &origins, &order);
            if reach(graph, &now, at) < before - 1.0 {
                placed = now;
                turned = true;
            } else if let (Some(level), Some(kept)) = (levels.get_mut(at), kept) {
                *level = kept;
            }
        }
        // Each turn is tried with a whole picture: large ones are left as they are.
        if !turned || count > 60 {
            break;
        }
    }
    placed
}

/// What stands in each frame, the whole picture last.
fn contents(graph: &Graph) -> Vec<Content> {
    let whole = graph.clusters.len();
    let mut contents = vec![Content::default(); whole + 1];
    let mut put = |at: Option<usize>, part: Part| -> usize {
        let Some(content) = contents.get_mut(at.unwrap_or(whole)) else { return 0 };
        content.parts.push(part);
        content.parts.len() - 1
    };
    let nodes: Vec<usize> =
        graph.nodes.iter().enumerate().map(|(i, node)| put(node.parent, Part::Node(i))).collect();
    let clusters: Vec<usize> =
        graph.clusters.iter().enumerate().map(|(i, c)| put(c.parent, Part::Cluster(i))).collect();
    let mut lines: Vec<(Option<usize>, Line)> = Vec::new();
    for (index, edge) in graph.edges.iter().enumerate() {
        if edge.source == edge.target {
            continue;
        }
        let around = |node: usize| graph.chain(graph.nodes.get(node).and_then(|n| n.parent));
        let (from, to) = (around(edge.source), around(edge.target));
        let common = from.iter().find(|c| to.contains(c)).copied();
        // What stands in the common frame: the outermost frame around the end, or the end.
        let lifted = |node: usize, chain: &[usize]| {
            let outer = chain.iter().take_while(|c| Some(**c) != common).last();
            match outer {
                Some(cluster) => clusters.get(*cluster).copied(),
                None => nodes.get(node).copied(),
            }
        };
        let (Some(from), Some(to)) = (lifted(edge.source, &from), lifted(edge.target, &to)) else { continue };
        let label = edge.label_for(graph.options.direction).map(|_| put(common, Part::Label(index)));
        lines.push((common, (from, label, to)));
    }
    for (at, line) in lines {
        if let Some(content) = contents.get_mut(at.unwrap_or(whole)) {
            content.lines.push(line);
        }
    }
    contents
}

/// A level turned over, across the direction of the lines.
fn mirrored(level: &Level, direction: Direction) -> Level {
    let turn = |rect: &Rect| match direction {
        Direction::Right => Rect { y: level.size.height - rect.bottom(), ..*rect },
        Direction::Down => Rect { x: level.size.width - rect.right(), ..*rect },
    };
    Level { places: level.places.iter().map(|(part, rect)| (*part, turn(rect))).collect(), size: level.size }
}

/// How far the lines reach that pass the border of a frame.
fn reach(graph: &Graph, placed: &Placed, cluster: usize) -> f64 {
    let inside = |node: usize| graph.chain(graph.nodes.get(node).and_then(|n| n.parent)).contains(&cluster);
    let middle = |node: usize| placed.nodes.get(node).map(Rect::center).unwrap_or_default();
    let away = |a: Point, b: Point| (a.x - b.x).abs() + (a.y - b.y).abs();
    let passing = graph.edges.iter().enumerate().filter(|(_, e)| inside(e.source) != inside(e.target));
    passing
        .map(|(index, e)| {
            let (from, to) = (middle(e.source), middle(e.target));
            match placed.edges.get(index).and_then(|r| r.label) {
                Some(label) => away(from, label.center()) + away(label.center(), to),
                None => away(from, to),
            }
        })
        .sum()
}

/// The places of all parts; `order` goes from the outside in.
fn places(graph: &Graph, room: &Room, levels: &[Level], origins: &[(f64, f64)], order: &[usize]) -> Placed {
    let mut placed = Placed {
        nodes: vec![Rect::default(); graph.nodes.len()],
        clusters: vec![PlacedCluster::default(); graph.clusters.len()],
        edges: vec![Route::default(); graph.edges.len()],
        direction: graph.options.direction,
        ..Placed::default()
    };
    for &at in order {
        let corner = placed.clusters.get(at).map_or(Point::default(), |c| Point { x: c.rect.x, y: c.rect.y });
        let (dx, dy) = origins.get(at).copied().unwrap_or_default();
        let Some(level) = levels.get(at) else { continue };
        for &(part, rect) in &level.places {
            let rect = Rect { x: rect.x + corner.x + dx, y: rect.y + corner.y + dy, ..rect };
            match part {
                Part::Node(node) => put_node(room, &mut placed, node, rect),
                Part::Cluster(cluster) => {
                    if let Some(to) = placed.clusters.get_mut(cluster) {
                        *to = framed(graph, cluster, rect);
                    }
                }
                Part::Label(edge) => {
                    if let Some(route) = placed.edges.get_mut(edge) {
                        route.label = Some(rect);
                    }
                }
            }
        }
    }
    placed
}

/// A node with its loops.
fn put_node(room: &Room, placed: &mut Placed, node: usize, rect: Rect) {
    let size = room.nodes.get(node).copied().unwrap_or_default();
    if let Some(to) = placed.nodes.get_mut(node) {
        *to = Rect { width: size.width, height: size.height, ..rect };
    }
    for (edge, route) in room.loops.get(node).into_iter().flat_map(|l| &l.routes) {
        let points = route.points.iter().map(|p| Point { x: p.x + rect.x, y: p.y + rect.y }).collect();
        let label = route.label.map(|l| Rect { x: l.x + rect.x, y: l.y + rect.y, ..l });
        if let Some(to) = placed.edges.get_mut(*edge) {
            *to = Route { points, label };
        }
    }
}

/// A frame with its title at the upper left and its note at the upper right.
fn framed(graph: &Graph, cluster: usize, rect: Rect) -> PlacedCluster {
    let Some(of) = graph.clusters.get(cluster) else { return PlacedCluster::default() };
    let y = rect.y + TITLE_ROOM.min((rect.height - of.title_height).max(0.0) / 2.0);
    let title = Rect { x: rect.x + TITLE_INSET, y, width: of.title_width, height: of.title_height };
    let note = (of.note_width > 0.0).then(|| Rect {
        x: rect.right() - TITLE_INSET - of.note_width,
        width: of.note_width,
        ..title
    });
    PlacedCluster { rect, title, note }
}
