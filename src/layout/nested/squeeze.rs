//! Takes out the white that no part needs: strips right through the picture in which nothing
//! stands and nothing turns.

use crate::layout::graph::{Placed, Point, Rect};

/// What stays of such a strip: a line's head and a line beside it have room in it.
const LEAST: f64 = 20.0;

/// Narrows all empty strips. Order and sizes stay as they are, so nothing that was apart comes to
/// overlap; only distances above [`LEAST`] shrink.
pub(super) fn squeeze(placed: &mut Placed) {
    let map = strips(placed, |r| (r.x, r.right()), |p| p.x);
    apply(
        placed,
        |p| p.x = moved(&map, p.x),
        |r, to| (r.x, r.width) = (to.0, to.1 - to.0),
        &map,
        |r| (r.x, r.right()),
    );
    let map = strips(placed, |r| (r.y, r.bottom()), |p| p.y);
    apply(
        placed,
        |p| p.y = moved(&map, p.y),
        |r, to| (r.y, r.height) = (to.0, to.1 - to.0),
        &map,
        |r| (r.y, r.bottom()),
    );
}

/// From coordinates to how far what is there moves back.
fn strips(
    placed: &Placed,
    side: impl Fn(&Rect) -> (f64, f64),
    along: impl Fn(&Point) -> f64,
) -> Vec<(f64, f64)> {
    let mut firm: Vec<(f64, f64)> = placed.nodes.iter().map(&side).collect();
    for cluster in &placed.clusters {
        firm.push(side(&cluster.title));
        firm.extend(cluster.note.as_ref().map(&side));
        let (from, to) = side(&cluster.rect);
        firm.extend([(from, from), (to, to)]);
    }
    for edge in &placed.edges {
        firm.extend(edge.label.as_ref().map(&side));
        firm.extend(edge.points.iter().map(|p| (along(p), along(p))));
    }
    firm.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut map = Vec::new();
    let (mut reached, mut back) = (f64::NEG_INFINITY, 0.0);
    for (from, to) in firm {
        if reached.is_finite() && from - reached > LEAST {
            back += from - reached - LEAST;
        }
        if from > reached {
            map.push((from, back));
        }
        reached = reached.max(to);
    }
    map
}

/// Where a coordinate goes. Those between two parts keep their distance from the first.
fn moved(map: &[(f64, f64)], v: f64) -> f64 {
    let next = map.partition_point(|(from, _)| *from <= v + 1e-9);
    v - next.checked_sub(1).and_then(|i| map.get(i)).map_or(0.0, |(_, back)| *back)
}

fn apply(
    placed: &mut Placed,
    point: impl Fn(&mut Point),
    set: impl Fn(&mut Rect, (f64, f64)),
    map: &[(f64, f64)],
    side: impl Fn(&Rect) -> (f64, f64),
) {
    let rect = |r: &mut Rect| {
        let (from, to) = side(r);
        set(r, (moved(map, from), moved(map, to)));
    };
    placed.nodes.iter_mut().for_each(rect);
    for cluster in &mut placed.clusters {
        rect(&mut cluster.rect);
        rect(&mut cluster.title);
        cluster.note.iter_mut().for_each(rect);
    }
    for edge in &mut placed.edges {
        edge.label.iter_mut().for_each(rect);
        edge.points.iter_mut().for_each(&point);
    }
}
