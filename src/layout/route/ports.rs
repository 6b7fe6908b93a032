//! Where on the sides of an element a line may begin or end.

use super::Field;
use super::grid::Heading;
use super::search::Door;
use crate::layout::graph::{Direction, Point, Rect};

/// From a port to the corner of its element, at most.
const CORNER: f64 = 12.0;
/// What a unit off the middle of a side costs.
const ASIDE: f64 = 0.25;
/// What it costs to leave or come by a side that lies across the direction of the picture.
const ACROSS: f64 = 35.0;
/// What it costs to leave or come against that direction.
const AGAINST: f64 = 70.0;
/// The most ports to each side of the middle.
const MOST: usize = 12;

/// Where the ports of a side may be: along it from `low` to `high`.
fn bounds(low: f64, high: f64) -> (f64, f64) {
    let corner = CORNER.min((high - low) / 4.0);
    (low + corner, high - corner)
}

/// Places along a side: its middle, and others `gap` from each other.
pub(super) fn slots(low: f64, high: f64, gap: f64) -> Vec<f64> {
    let (from, to) = bounds(low, high);
    let middle = (low + high) / 2.0;
    let mut out = vec![middle];
    for k in 1..=MOST {
        let off = k as f64 * gap;
        if middle + off > to {
            break;
        }
        out.push(middle - off);
        out.push(middle + off);
    }
    if from < to && out.last().is_some_and(|v| to - v > gap * 0.7) {
        out.extend([from, to]);
    }
    out
}

/// The doors of a node for one line, which leads to `aim`: the free places on all four sides.
/// `reach` is how far the line runs straight, `gap` the least distance between two ports.
pub(super) fn doors(
    field: &Field<'_>,
    edge: usize,
    node: usize,
    leaves: bool,
    aim: &Rect,
    reach: f64,
    gap: f64,
) -> Vec<Door> {
    let Some(rect) = field.nodes.get(node).copied() else { return Vec::new() };
    let taken = taken(field, edge, node);
    let ahead = match (field.direction, leaves) {
        (Direction::Right, true) => Heading::East,
        (Direction::Right, false) => Heading::West,
        (Direction::Down, true) => Heading::South,
        (Direction::Down, false) => Heading::North,
    };
    let mut out = Vec::new();
    for side in Heading::ALL {
        let (low, high, other) = if side.level() {
            (rect.y, rect.bottom(), (aim.y, aim.bottom()))
        } else {
            (rect.x, rect.right(), (aim.x, aim.right()))
        };
        let (from, to) = bounds(low, high);
        let middle = (low + high) / 2.0;
        let toll = if side == ahead {
            0.0
        } else if side == ahead.back() {
            AGAINST
        } else {
            ACROSS
        };
        let mut places = slots(low, high, gap);
        // Where the other end has its places, and between the two: for lines without a turn.
        places.extend(slots(other.0, other.1, gap));
        places.push((low.max(other.0) + high.min(other.1)) / 2.0);
        places.retain(|v| *v >= from - 1e-6 && *v <= to + 1e-6);
        places.sort_by(f64::total_cmp);
        places.dedup_by(|a, b| (*a - *b).abs() < 1e-6);
        for along in places {
            let at = match side {
                Heading::East => Point { x: rect.right(), y: along },
                Heading::West => Point { x: rect.x, y: along },
                Heading::South => Point { x: along, y: rect.bottom() },
                Heading::North => Point { x: along, y: rect.y },
            };
            let near = |p: &Point| (p.x - at.x).abs() + (p.y - at.y).abs() < gap - 0.01;
            if !taken.iter().any(near) {
                out.push(Door { at, out: side, reach, toll: toll + ASIDE * (along - middle).abs() });
            }
        }
    }
    out
}

/// The ends of other lines at a node.
fn taken(field: &Field<'_>, edge: usize, node: usize) -> Vec<Point> {
    let mut out = Vec::new();
    for (index, (ends, line)) in field.graph.edges.iter().zip(&field.lines).enumerate() {
        let Some(line) = line.as_ref().filter(|_| index != edge) else { continue };
        if ends.source == node {
            out.extend(line.points.first());
        }
        if ends.target == node {
            out.extend(line.points.last());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_comes_first() {
        assert_eq!(slots(0.0, 60.0, 14.0), vec![30.0, 16.0, 44.0]);
        assert_eq!(slots(0.0, 20.0, 14.0), vec![10.0]);
        assert!(slots(0.0, 500.0, 7.0).iter().all(|v| (12.0..=488.0).contains(v)));
    }
}
