//! Where a label stands on its line.

use super::grid::Heading;
use super::{Field, meets};
use crate::layout::graph::{Direction, Edge, Point, Rect, Size};

/// From a label to an element, to another label, a title or a border.
const ROOM: f64 = 6.0;
/// From a label to another line.
const LINE: f64 = 3.0;
/// What is seen of a stretch at either side of its label.
const SHOWN: f64 = 8.0;
/// The same at the end of a line, where its head is.
const HEAD: f64 = 18.0;
/// From a label beside its line to the line.
const BESIDE: f64 = 4.0;
/// How far a label is moved along its line from one try to the next.
const STEP: f64 = 10.0;

/// In which headings a line may run into its label. A label that is arranged for one direction
/// (words over a mark) is run through that way; others both ways.
pub(super) fn sides(edge: &Edge, direction: Direction) -> &'static [Heading] {
    const ALL: [Heading; 4] = Heading::ALL;
    let plain = edge.label_down.is_none() || edge.label_down == edge.label;
    match (plain, direction) {
        (true, _) => &ALL,
        (false, Direction::Right) => &[Heading::East, Heading::West],
        (false, Direction::Down) => &[Heading::South, Heading::North],
    }
}

/// A place for a label on a line, as near the middle of a long stretch as may be. A label that
/// may stand either way stands beside its line if there is no room on it.
pub(super) fn find(field: &Field<'_>, edge: usize, points: &[Point], size: Size) -> Option<Rect> {
    let sides = sides(field.graph.edges.get(edge)?, field.direction);
    let nests = nests(field, edge)?;
    let mut stretches: Vec<(usize, Point, Point, f64)> = points
        .windows(2)
        .enumerate()
        .filter_map(|(i, pair)| match pair {
            [a, b] => Some((i, *a, *b, (a.x - b.x).abs() + (a.y - b.y).abs())),
            _ => None,
        })
        .collect();
    stretches.sort_by(|a, b| b.3.total_cmp(&a.3).then(a.0.cmp(&b.0)));
    let main = |level: bool| match field.direction {
        Direction::Right => level,
        Direction::Down => !level,
    };
    let last = points.len().saturating_sub(2);
    let mut orders: Vec<(bool, bool)> = vec![(true, false)];
    if sides.len() > 2 {
        orders.extend([(false, false), (true, true), (false, true)]);
    }
    for (along_main, beside) in orders {
        for &(index, a, b, length) in &stretches {
            let level = (a.y - b.y).abs() < 1e-6;
            if main(level) != along_main {
                continue;
            }
            let own = if level { size.width } else { size.height };
            let (start, end) = if index == 0 { (SHOWN, SHOWN) } else { (SHOWN, SHOWN) };
            let end = if index == last { end.max(HEAD) } else { end };
            let room = length - own - start - end;
            if room < 0.0 {
                continue;
            }
            let centre = start + own / 2.0 + room / 2.0;
            let tries = (room / 2.0 / STEP) as usize;
            for k in 0..=tries {
                for sign in if k == 0 { &[1.0][..] } else { &[1.0, -1.0][..] } {
                    let at = (centre + sign * k as f64 * STEP) / length;
                    let middle = Point { x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at };
                    let shifts: &[f64] = if beside { &[1.0, -1.0] } else { &[0.0] };
                    for shift in shifts {
                        let across = if level { size.height } else { size.width } / 2.0 + BESIDE;
                        let (dx, dy) = if level { (0.0, shift * across) } else { (shift * across, 0.0) };
                        let rect = Rect {
                            x: middle.x + dx - size.width / 2.0,
                            y: middle.y + dy - size.height / 2.0,
                            width: size.width,
                            height: size.height,
                        };
                        let own_free = points.windows(2).enumerate().all(|(i, pair)| match pair {
                            [p, q] => (i == index && !beside) || !meets(&rect.grown(2.0), *p, *q),
                            _ => true,
                        });
                        if own_free && free(field, edge, &rect, &nests) {
                            return Some(rect);
                        }
                    }
                }
            }
        }
    }
    None
}

/// The frames that hold at least one end of the line: its label may stand in those only.
fn nests(field: &Field<'_>, edge: usize) -> Option<Vec<usize>> {
    let ends = field.graph.edges.get(edge)?;
    let mut out = field.around.get(ends.source)?.clone();
    out.extend(field.around.get(ends.target)?);
    Some(out)
}

/// True if a label here covers nothing and stands on no border.
fn free(field: &Field<'_>, edge: usize, rect: &Rect, nests: &[usize]) -> bool {
    let room = rect.grown(ROOM);
    if field.nodes.iter().any(|node| node.overlaps(&room, 0.0))
        || field.labels(edge).any(|label| label.overlaps(&room, 0.0))
    {
        return false;
    }
    for (index, cluster) in field.clusters.iter().enumerate() {
        if !cluster.rect.overlaps(&room, 0.0) {
            continue;
        }
        if !nests.contains(&index)
            || !cluster.rect.holds(&room, 0.0)
            || Field::titles(cluster).any(|title| title.overlaps(&room, 0.0))
        {
            return false;
        }
    }
    let near = rect.grown(LINE);
    !field.stretches(edge).any(|(a, b)| meets(&near, a, b))
}
