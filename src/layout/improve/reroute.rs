//! Leads lines anew: each is taken out, and the cheapest way from its source to its target through
//! the space that the others leave is searched, from any side to any side. Engines in layers let
//! lines leave on one side and arrive on the other, so that one that runs back goes round the whole
//! picture; here it need not.

use super::grid::{CLEARANCE, Grid, inside};
use super::labels::seat;
use super::search::{Question, Scratch, Side, Stop, cheapest};
use crate::layout::graph::{Graph, Placed, Point, Rect, Route, straightened};
use crate::layout::metric::{LineMeasure, Lines};
use crate::layout::score::{BEND, LENGTH, line_cost};

/// From a port to the corner of its element.
const CORNER: f64 = 12.0;
/// From a port to the next on the same side.
const PORT_GAP: f64 = 13.0;
/// What a port costs for each unit that it is off the middle of its side, to settle what is equal
/// otherwise.
const OFF_MIDDLE: f64 = 0.02;
/// A new way must gain at least this much: half a turn.
const LEAST_GAIN: f64 = BEND / 2.0;
/// Up to so many elements a new way is looked for in the whole picture; above, only as far as
/// [`LOOK`] around the old one: farther out there is seldom a better one, and looking there takes
/// most of the time.
const SMALL: usize = 60;
/// See [`SMALL`].
const LOOK: f64 = 100.0;
/// The most places that all searches for one picture look at, about a quarter of a second. The worst
/// lines come first, so what is left out would have gained least.
const MOST_WORK: usize = 1_500_000;

/// Leads each line anew once, the worst first. What one gives up, another can take when this is done
/// again.
pub fn reroute(graph: &Graph, placed: &mut Placed, scratch: &mut Scratch) {
    let lines = Lines::new(graph);
    let look = if graph.nodes.len() <= SMALL { placed.width.max(placed.height) } else { LOOK };
    let Some(mut grid) = Grid::new(graph, placed) else { return };
    let mut order: Vec<(usize, f64)> = (0..graph.edges.len())
        .filter_map(|edge| {
            let excess = line_cost(&lines.of(placed, edge)) - least(graph, placed, edge)?;
            (excess > LEAST_GAIN).then_some((edge, excess))
        })
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for (edge, _) in order {
        if scratch.work > MOST_WORK {
            return;
        }
        one(graph, placed, &lines, &mut grid, scratch, look, edge);
    }
}

/// What a line costs at least: straight over, or with one turn. Nothing for a line that ends where
/// it starts: those stay as they are.
fn least(graph: &Graph, placed: &Placed, edge: usize) -> Option<f64> {
    let ends = graph.edges.get(edge).filter(|e| e.source != e.target)?;
    let (a, b) = (placed.nodes.get(ends.source)?, placed.nodes.get(ends.target)?);
    let dx = (a.x - b.right()).max(b.x - a.right()).max(0.0);
    let dy = (a.y - b.bottom()).max(b.y - a.bottom()).max(0.0);
    let turn = if dx > 0.0 && dy > 0.0 { BEND } else { 0.0 };
    Some((dx + dy) * LENGTH + turn)
}

/// Leads one line anew, unless its way is as good as any.
fn one(
    graph: &Graph,
    placed: &mut Placed,
    lines: &Lines<'_>,
    grid: &mut Grid,
    scratch: &mut Scratch,
    look: f64,
    edge: usize,
) {
    let (Some(ends), Some(old)) = (graph.edges.get(edge), placed.edges.get(edge).cloned()) else { return };
    let before = lines.of(placed, edge);
    grid.draw(&old, false);
    let found = (|| {
        let (source, target) = (placed.nodes.get(ends.source)?, placed.nodes.get(ends.target)?);
        let starts = stops(graph, placed, grid, edge, ends.source);
        let goals = stops(graph, placed, grid, edge, ends.target);
        let (from, to) = (lines.around(ends.source), lines.around(ends.target));
        let question = Question {
            grid,
            starts: &starts,
            goals: &goals,
            target: target.grown(CLEARANCE),
            may_pass: &|cluster| from.contains(&cluster) != to.contains(&cluster),
            limit: line_cost(&before) - LEAST_GAIN,
            window: window(&old, source, target, look),
        };
        let mut points = cheapest(&question, scratch)?;
        let first = points.first().copied()?;
        points.insert(0, onto(source, first));
        let last = points.last().copied()?;
        points.push(onto(target, last));
        Some(points)
    })();
    if let Some(points) = found {
        accept(graph, placed, lines, edge, &before, points);
    }
    if let Some(now) = placed.edges.get(edge) {
        grid.draw(now, true);
    }
}

/// Where a new way is looked for: around the old one and both elements, by so much.
fn window(old: &Route, source: &Rect, target: &Rect, by: f64) -> Rect {
    let mut low = Point { x: source.x.min(target.x), y: source.y.min(target.y) };
    let mut high = Point { x: source.right().max(target.right()), y: source.bottom().max(target.bottom()) };
    for p in &old.points {
        low = Point { x: low.x.min(p.x), y: low.y.min(p.y) };
        high = Point { x: high.x.max(p.x), y: high.y.max(p.y) };
    }
    Rect { x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y }.grown(by)
}

/// Puts a new way in if it holds what it promised.
fn accept(
    graph: &Graph,
    placed: &mut Placed,
    lines: &Lines<'_>,
    edge: usize,
    before: &LineMeasure,
    points: Vec<Point>,
) {
    let points = straightened(points);
    let size = graph.edges.get(edge).and_then(|e| e.label_for(placed.direction));
    let label = match size {
        Some(size) => {
            let Some(label) = seat(graph, placed, lines, edge, &points, size) else { return };
            Some(label)
        }
        None => None,
    };
    let Some(route) = placed.edges.get_mut(edge) else { return };
    let old = std::mem::replace(route, Route { points, label });
    let after = lines.of(placed, edge);
    let better = after.faults <= before.faults && line_cost(&after) + LEAST_GAIN <= line_cost(before) + 1e-6;
    if !better && let Some(route) = placed.edges.get_mut(edge) {
        *route = old;
    }
}

/// Where on the side of an element the way to a point beside it begins.
fn onto(node: &Rect, p: Point) -> Point {
    Point { x: p.x.clamp(node.x, node.right()), y: p.y.clamp(node.y, node.bottom()) }
}

/// The places beside an element where a line may begin or end: a head's length from each side,
/// away from the corners and from the ports of other lines.
fn stops(graph: &Graph, placed: &Placed, grid: &Grid, edge: usize, node: usize) -> Vec<Stop> {
    let mut out = Vec::new();
    let Some(rect) = placed.nodes.get(node) else { return out };
    let taken = ports(graph, placed, edge, node);
    let near = |v: f64, p: f64| (v - p).abs() < 0.5;
    let find = |places: &[f64], v: f64| {
        let at = places.partition_point(|p| *p < v - 0.02);
        places.get(at).is_some_and(|p| (p - v).abs() < 0.05).then_some(at)
    };
    for side in Side::ALL {
        let (fixed, low, high) = match side {
            Side::Right => (rect.right(), rect.y, rect.bottom()),
            Side::Left => (rect.x, rect.y, rect.bottom()),
            Side::Down => (rect.bottom(), rect.x, rect.right()),
            Side::Up => (rect.y, rect.x, rect.right()),
        };
        let beside = match side {
            Side::Right | Side::Down => fixed + CLEARANCE,
            Side::Left | Side::Up => fixed - CLEARANCE,
        };
        let (across, along) = if side.upright() { (&grid.ys, &grid.xs) } else { (&grid.xs, &grid.ys) };
        let Some(fixed_at) = find(across, beside) else { continue };
        let on_side = |p: &&Point| near(if side.upright() { p.y } else { p.x }, fixed);
        let mine: Vec<f64> =
            taken.iter().filter(on_side).map(|p| if side.upright() { p.x } else { p.y }).collect();
        let (from, to) = inside(along, low + CORNER - 0.1, high - CORNER + 0.1);
        for at in from..to {
            let Some(v) = along.get(at) else { continue };
            if mine.iter().any(|other| (other - v).abs() < PORT_GAP) {
                continue;
            }
            let cost = CLEARANCE * LENGTH + (v - f64::midpoint(low, high)).abs() * OFF_MIDDLE;
            let (column, row) = if side.upright() { (at, fixed_at) } else { (fixed_at, at) };
            out.push(Stop { column, row, upright: side.upright(), cost });
        }
    }
    out
}

/// Where other lines end at an element.
fn ports(graph: &Graph, placed: &Placed, edge: usize, node: usize) -> Vec<Point> {
    let of = graph.edges.iter().zip(&placed.edges).enumerate().filter(|(other, _)| *other != edge);
    of.flat_map(|(_, (ends, route))| {
        let first = route.points.first().filter(|_| ends.source == node);
        let last = route.points.last().filter(|_| ends.target == node);
        first.into_iter().chain(last).copied()
    })
    .collect()
}
