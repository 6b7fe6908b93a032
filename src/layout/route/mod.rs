//! Ways for lines in a picture whose boxes have their places: level and upright stretches, few
//! turns, few crossings, and nothing that would mislead.
//!
//! A [`Field`] is a picture while its lines are drawn. It knows boxes, frames and lines, and no
//! engine, so it serves for a whole picture as well as for one line of a picture that stands:
//!
//! ```
//! use trustline::layout::route::{Field, LabelPlace};
//! # use trustline::layout::{Graph, Placed};
//! # fn shorter(graph: &Graph, placed: &mut Placed, edge: usize) {
//! let mut field = Field::new(graph, placed); // all lines that the picture has are in the way
//! let old = field.take(edge); // but for this one, which is taken out
//! if let Some(new) = field.route(edge, LabelPlace::Find)
//!     && old.is_none_or(|old| field.cost(edge, &new) < field.cost(edge, &old))
//! {
//!     field.put(edge, new.clone());
//!     placed.edges[edge] = new;
//! }
//! # }
//! ```
//!
//! What [`Field::route`] gives keeps its clearance from elements, labels, titles and the borders
//! of frames; passes each frame that holds one of its ends once, and none else; stays in the
//! innermost frame that holds both; crosses other lines where it must and never runs along them;
//! and has its label on it, where the label covers nothing. If there is no such way, it gives
//! none: a wrong one never. It looks near the ends first and with all the room that the options
//! of the graph ask for, then farther and with less.
//!
//! Lines from an element to itself are no matter of this module; they are in the way like others.

mod grid;
mod label;
mod leg;
mod ports;
mod search;

use super::graph::{Direction, Graph, Placed, PlacedCluster, Point, Rect, Route, Size, straightened};
use leg::{Leg, Stop};

/// What a turn costs, in units of length.
pub const BEND: f64 = 60.0;
/// What the crossing of another line costs, in units of length.
pub const CROSSING: f64 = 260.0;
/// From the last turn of a line to its end: room for its head.
const HEAD: f64 = 17.0;
/// How far from both ends a way is looked for, at first, then, and at last.
const MARGINS: [f64; 3] = [110.0, 420.0, f64::INFINITY];

/// Where the label of a line is to stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabelPlace {
    /// Here: room was kept for it, and the line is led through it.
    At(Rect),
    /// Wherever on the line it covers nothing.
    Find,
}

/// The least distances of a line from what it passes.
#[derive(Clone, Copy, Debug)]
struct Clearance {
    node: f64,
    line: f64,
    label: f64,
    frame: f64,
    title: f64,
    head: f64,
}

/// A picture while its lines are drawn.
#[derive(Clone, Debug)]
pub struct Field<'g> {
    graph: &'g Graph,
    nodes: Vec<Rect>,
    clusters: Vec<PlacedCluster>,
    lines: Vec<Option<Route>>,
    direction: Direction,
    /// The clusters around each node, innermost first.
    around: Vec<Vec<usize>>,
}

impl<'g> Field<'g> {
    /// The picture as it stands. Routes with fewer than two points are lines that are not drawn
    /// yet. The lists of `placed` must be as long as those of the graph, but for `edges`, which
    /// may be shorter.
    pub fn new(graph: &'g Graph, placed: &Placed) -> Field<'g> {
        let drawn = |i: usize| placed.edges.get(i).filter(|route| route.points.len() > 1).cloned();
        Field {
            graph,
            nodes: placed.nodes.clone(),
            clusters: placed.clusters.clone(),
            lines: (0..graph.edges.len()).map(drawn).collect(),
            direction: placed.direction,
            around: graph.nodes.iter().map(|n| graph.chain(n.parent)).collect(),
        }
    }

    /// The way of a line, if it is drawn.
    pub fn line(&self, edge: usize) -> Option<&Route> {
        self.lines.get(edge)?.as_ref()
    }

    /// Draws a line.
    pub fn put(&mut self, edge: usize, route: Route) {
        if let Some(line) = self.lines.get_mut(edge) {
            *line = Some(route);
        }
    }

    /// Takes a line out of the picture.
    pub fn take(&mut self, edge: usize) -> Option<Route> {
        self.lines.get_mut(edge)?.take()
    }

    /// The lines, in the order of the graph; what is not drawn has no points.
    pub fn into_lines(self) -> Vec<Route> {
        self.lines.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// What a way of this line costs a reader, in units of length: its length, turns, and
    /// crossings with the lines that are drawn.
    pub fn cost(&self, edge: usize, route: &Route) -> f64 {
        let mut cost = 0.0;
        let others: Vec<(Point, Point)> = self.stretches(edge).collect();
        for pair in route.points.windows(2) {
            let [a, b] = pair else { continue };
            let crossed = others.iter().filter(|(c, d)| crosses(*a, *b, *c, *d)).count();
            cost += (a.x - b.x).abs() + (a.y - b.y).abs() + crossed as f64 * CROSSING;
        }
        cost + route.points.len().saturating_sub(2) as f64 * BEND
    }

    /// Finds a way for a line and a place for its label. A drawn way of the same line is not in
    /// its way. None if there is no way without a fault, or if the line has one end only.
    pub fn route(&self, edge: usize, place: LabelPlace) -> Option<Route> {
        let ends = self.graph.edges.get(edge)?;
        if ends.source == ends.target {
            return None;
        }
        let size = ends.label_for(self.direction);
        for (round, clear) in self.clearances().into_iter().enumerate() {
            for margin in MARGINS {
                // What is near is tried with much room only: with little it would soon be a maze.
                if round == 0 && margin == f64::INFINITY {
                    continue;
                }
                let found = match (size, place) {
                    (Some(_), LabelPlace::At(rect)) => self.through(edge, rect, &clear, margin),
                    (size, _) => self.free(edge, size, &clear, margin),
                };
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// With the room that the options ask for, and the least with which a picture can be read.
    fn clearances(&self) -> [Clearance; 2] {
        let o = &self.graph.options;
        let wide = Clearance {
            node: o.edge_node_gap.max(6.0),
            line: o.edge_gap.max(5.0),
            label: 8.0,
            frame: 9.0,
            title: 6.0,
            head: o.edge_node_gap.max(HEAD),
        };
        let narrow = Clearance {
            node: wide.node.min(9.0),
            line: wide.line.min(7.0),
            label: 5.0,
            frame: 6.0,
            title: 4.0,
            head: 13.0,
        };
        [wide, narrow]
    }

    /// A way from end to end, then a place for the label on it.
    fn free(&self, edge: usize, size: Option<Size>, clear: &Clearance, margin: f64) -> Option<Route> {
        let ends = self.graph.edges.get(edge)?;
        let from = self.stop(ends.source)?;
        let to = self.stop(ends.target)?;
        let way = Leg { field: self, edge, from, to, clear: *clear, own: &[], plate: None }.solve(margin)?;
        let points = straightened(way.points);
        let label = match size {
            None => None,
            Some(size) => Some(label::find(self, edge, &points, size)?),
        };
        Some(Route { points, label })
    }

    /// A way to a label that has its place, through it, and on.
    fn through(&self, edge: usize, rect: Rect, clear: &Clearance, margin: f64) -> Option<Route> {
        let ends = self.graph.edges.get(edge)?;
        let (from, to) = (self.stop(ends.source)?, self.stop(ends.target)?);
        let nest = self.nest(&rect, &from.nest, &to.nest)?;
        let sides = label::sides(self.graph.edges.get(edge)?, self.direction);
        let aim = to.rect;
        let near = Stop::label(rect, nest.clone(), sides, Some(aim));
        let first = Leg { field: self, edge, from, to: near, clear: *clear, own: &[], plate: Some(rect) };
        let way = first.solve(margin)?;
        let into = sides.get(way.to).copied()?;
        let far = Stop::label(rect, nest, &[into.back()], None);
        let second =
            Leg { field: self, edge, from: far, to, clear: *clear, own: &way.points, plate: Some(rect) };
        let on = second.solve(margin)?;
        let points = straightened(way.points.into_iter().chain(on.points).collect());
        Some(Route { points, label: Some(rect) })
    }

    /// The frames of both ends that hold a label. None if it would stand on a border.
    fn nest(&self, rect: &Rect, one: &[usize], other: &[usize]) -> Option<Vec<usize>> {
        let mut nest = Vec::new();
        for &cluster in one.iter().chain(other.iter().filter(|c| !one.contains(c))) {
            let frame = self.clusters.get(cluster)?.rect;
            if frame.holds(rect, 0.0) {
                nest.push(cluster);
            } else if frame.overlaps(rect, 0.0) {
                return None;
            }
        }
        Some(nest)
    }

    fn stop(&self, node: usize) -> Option<Stop> {
        Some(Stop::node(node, *self.nodes.get(node)?, self.around.get(node)?.clone()))
    }

    /// The stretches of all lines but one.
    fn stretches(&self, but: usize) -> impl Iterator<Item = (Point, Point)> {
        let others = self.lines.iter().enumerate().filter(move |(i, _)| *i != but);
        others.filter_map(|(_, line)| line.as_ref()).flat_map(|line| {
            line.points.windows(2).filter_map(|pair| match pair {
                [a, b] => Some((*a, *b)),
                _ => None,
            })
        })
    }

    /// The labels of all lines but one.
    fn labels(&self, but: usize) -> impl Iterator<Item = Rect> {
        let others = self.lines.iter().enumerate().filter(move |(i, _)| *i != but);
        others.filter_map(|(_, line)| line.as_ref()?.label)
    }

    /// The titles and notes of a cluster.
    fn titles(cluster: &PlacedCluster) -> impl Iterator<Item = Rect> {
        [Some(cluster.title), cluster.note].into_iter().flatten().filter(|r| r.width > 0.0 && r.height > 0.0)
    }
}

/// True if two level or upright stretches cross.
fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    let between = |v: f64, p: f64, q: f64| v > p.min(q) + 0.01 && v < p.max(q) - 0.01;
    let one = (a.y - b.y).abs() <= (a.x - b.x).abs();
    let other = (c.y - d.y).abs() <= (c.x - d.x).abs();
    match (one, other) {
        (true, false) => between(c.x, a.x, b.x) && between(a.y, c.y, d.y),
        (false, true) => between(a.x, c.x, d.x) && between(c.y, a.y, b.y),
        _ => false,
    }
}

/// The rectangle around a stretch.
fn span(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// True if the inner of `rect` and a stretch meet.
fn meets(rect: &Rect, a: Point, b: Point) -> bool {
    let s = span(a, b);
    s.x < rect.right() && s.right() > rect.x && s.y < rect.bottom() && s.bottom() > rect.y
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::graph::{Cluster, Edge, Node};
    use crate::layout::metric::measure;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    /// Two frames side by side with a box each, a box between them that is in the way, and one
    /// below.
    fn picture(edges: &[(usize, usize, Option<Size>)]) -> (Graph, Placed) {
        let node = |id: &str, parent| Node { id: id.into(), width: 100.0, height: 50.0, parent };
        let cluster =
            |id: &str| Cluster { id: id.into(), title_width: 60.0, title_height: 16.0, ..Cluster::default() };
        let edges = edges.iter().enumerate().map(|(i, (source, target, label))| Edge {
            id: format!("e{i}"),
            source: *source,
            target: *target,
            label: *label,
            label_down: None,
        });
        let graph = Graph {
            nodes: vec![node("a", Some(0)), node("b", Some(1)), node("c", None), node("d", None)],
            clusters: vec![cluster("left"), cluster("right")],
            edges: edges.collect(),
            ..Graph::default()
        };
        let framed = |x: f64| PlacedCluster {
            rect: rect(x, 0.0, 160.0, 140.0),
            title: rect(x + 16.0, 10.0, 60.0, 16.0),
            note: None,
        };
        let placed = Placed {
            nodes: vec![
                rect(30.0, 50.0, 100.0, 50.0),
                rect(530.0, 50.0, 100.0, 50.0),
                rect(280.0, 50.0, 100.0, 50.0),
                rect(280.0, 250.0, 100.0, 50.0),
            ],
            clusters: vec![framed(0.0), framed(500.0)],
            width: 660.0,
            height: 300.0,
            ..Placed::default()
        };
        (graph, placed)
    }

    /// Draws all lines in turn and measures the picture.
    fn drawn(graph: &Graph, placed: &Placed, place: LabelPlace) -> Placed {
        let mut field = Field::new(graph, placed);
        for edge in 0..graph.edges.len() {
            let route = field.route(edge, place).unwrap();
            field.put(edge, route);
        }
        let placed = Placed { edges: field.into_lines(), ..placed.clone() };
        let faults = measure(graph, &placed).faults;
        assert!(faults.is_empty(), "{faults:?}");
        placed
    }

    #[test]
    fn a_free_way_is_straight() {
        let (graph, placed) = picture(&[(0, 2, None), (2, 1, None)]);
        let placed = drawn(&graph, &placed, LabelPlace::Find);
        assert!(placed.edges.iter().all(|e| e.points.len() == 2), "{:?}", placed.edges);
    }

    #[test]
    fn lines_go_around_what_is_in_the_way_and_side_by_side() {
        let label = Some(Size { width: 70.0, height: 18.0 });
        let (graph, placed) =
            picture(&[(0, 1, label), (1, 0, None), (0, 1, label), (0, 3, None), (3, 1, label)]);
        let placed = drawn(&graph, &placed, LabelPlace::Find);
        for (edge, route) in graph.edges.iter().zip(&placed.edges) {
            assert_eq!(edge.label.is_some(), route.label.is_some());
            let ends = [placed.nodes[edge.source], placed.nodes[edge.target]];
            for (end, at) in ends.iter().zip([route.points.first(), route.points.last()]) {
                let Point { x, y } = *at.unwrap();
                assert!(end.grown(0.01).holds(&rect(x, y, 0.0, 0.0), 0.0));
                assert!(!end.grown(-0.01).holds(&rect(x, y, 0.0, 0.0), 0.0));
            }
        }
    }

    #[test]
    fn a_label_with_its_place_is_passed_through() {
        let label = Some(Size { width: 70.0, height: 18.0 });
        let (graph, placed) = picture(&[(0, 1, label)]);
        let at = rect(295.0, 150.0, 70.0, 18.0);
        let placed = drawn(&graph, &placed, LabelPlace::At(at));
        assert_eq!(placed.edges[0].label, Some(at));
        let level =
            |a: &Point, b: &Point| a.y == at.center().y && b.y == a.y && a.x < at.x && b.x > at.right();
        assert!(placed.edges[0].points.windows(2).any(|p| level(&p[0], &p[1])), "{:?}", placed.edges);
    }

    #[test]
    fn no_way_is_better_than_a_wrong_one() {
        // The label would stand on a frame's border.
        let (graph, placed) = picture(&[(0, 1, Some(Size { width: 70.0, height: 18.0 }))]);
        let field = Field::new(&graph, &placed);
        assert_eq!(field.route(0, LabelPlace::At(rect(140.0, 60.0, 70.0, 18.0))), None);
        // Both ends stand in one frame, which the box between them divides.
        let (mut graph, mut placed) = picture(&[(0, 1, None)]);
        graph.nodes[1].parent = Some(0);
        graph.nodes[2].parent = Some(0);
        placed.clusters[0].rect = rect(0.0, 0.0, 660.0, 140.0);
        placed.clusters[1].rect = rect(0.0, 200.0, 160.0, 140.0);
        placed.nodes[2] = rect(280.0, 4.0, 100.0, 132.0);
        assert_eq!(Field::new(&graph, &placed).route(0, LabelPlace::Find), None);
    }
}
