//! Our own layering: boxes and arrows in layers, for levels that are too large for `layout-rs`.
//!
//! The classic steps, each in its simplest form: arrows that run back are turned, boxes get
//! layers by the longest way to them, orders within layers follow the middles of the neighbours
//! (barycentres, swept up and down), and each box then comes as near to its neighbours as its
//! order allows.

use crate::layout::graph::{Direction, Rect, Size};

/// How often the order is swept up and down.
const SWEEPS: usize = 12;
/// How often boxes are drawn to their neighbours.
const PULLS: usize = 16;
/// Width of the channel for a line that passes a layer.
const CHANNEL: f64 = 16.0;

/// Which arrows run back in a ring: those that lead to where a walk along the arrows came from.
/// The walk begins where no arrow ends, in the order of the boxes.
pub(super) fn back(count: usize, arrows: &[(usize, usize)]) -> Vec<bool> {
    let mut out: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    let mut comes = vec![false; count];
    for (index, &(from, to)) in arrows.iter().enumerate() {
        if let Some(list) = out.get_mut(from) {
            list.push((index, to));
        }
        if from != to
            && let Some(comes) = comes.get_mut(to)
        {
            *comes = true;
        }
    }
    let mut back = vec![false; arrows.len()];
    // 0: not seen, 1: on the way, 2: done.
    let mut state = vec![0_u8; count];
    let first = (0..count).filter(|i| comes.get(*i) == Some(&false));
    for start in first.chain(0..count) {
        let mut way: Vec<(usize, usize)> = Vec::new();
        if state.get(start) == Some(&0) {
            way.push((start, 0));
        }
        while let Some((node, at)) = way.pop() {
            if let Some(s) = state.get_mut(node) {
                *s = 1;
            }
            match out.get(node).and_then(|list| list.get(at)) {
                None => {
                    if let Some(s) = state.get_mut(node) {
                        *s = 2;
                    }
                }
                Some(&(arrow, to)) => {
                    way.push((node, at + 1));
                    match state.get(to) {
                        Some(0) => way.push((to, 0)),
                        Some(1) => {
                            if let Some(back) = back.get_mut(arrow) {
                                *back = true;
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    back
}

/// A box, or the place at which a long arrow passes a layer.
struct Knot {
    /// Its size across the direction and along it.
    across: f64,
    along: f64,
    layer: usize,
    up: Vec<usize>,
    down: Vec<usize>,
    /// The middle, across.
    at: f64,
}

/// Places boxes in layers; the upper left corner of all is at 0, 0. No two overlap.
pub(super) fn place(sizes: &[Size], arrows: &[(usize, usize)], direction: Direction) -> Vec<Rect> {
    let back = back(sizes.len(), arrows);
    let arrows: Vec<(usize, usize)> = arrows
        .iter()
        .zip(back)
        .filter(|((a, b), _)| a != b && *a.max(b) < sizes.len())
        .map(|(&(a, b), back)| if back { (b, a) } else { (a, b) })
        .collect();
    let turned = direction == Direction::Right;
    let mut knots: Vec<Knot> = sizes
        .iter()
        .zip(ranks(sizes.len(), &arrows))
        .map(|(s, layer)| {
            let (across, along) = if turned { (s.height, s.width) } else { (s.width, s.height) };
            Knot { across, along, layer, up: Vec::new(), down: Vec::new(), at: 0.0 }
        })
        .collect();
    for &(from, to) in &arrows {
        join(&mut knots, from, to);
    }
    let count = knots.iter().map(|k| k.layer + 1).max().unwrap_or(0);
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (index, knot) in knots.iter().enumerate() {
        if let Some(layer) = layers.get_mut(knot.layer) {
            layer.push(index);
        }
    }
    order(&mut knots, &mut layers);
    pull(&mut knots, &layers);
    let mut start = 0.0;
    let mut middles = Vec::with_capacity(count);
    for layer in &layers {
        let tall = layer.iter().filter_map(|i| knots.get(*i)).map(|k| k.along).fold(0.0, f64::max);
        middles.push(start + tall / 2.0);
        start += tall;
    }
    let low = knots.iter().take(sizes.len()).map(|k| k.at - k.across / 2.0).fold(f64::INFINITY, f64::min);
    // What passes a layer beside all boxes needs no room: the router finds its own.
    knots
        .iter()
        .zip(sizes)
        .map(|(knot, size)| {
            let along = middles.get(knot.layer).copied().unwrap_or_default();
            let across = knot.at - low;
            let (x, y) = if turned { (along, across) } else { (across, along) };
            let Size { width, height } = *size;
            Rect { x: x - width / 2.0, y: y - height / 2.0, width, height }
        })
        .collect()
}

/// Layers by the longest way to each box; what leads nowhere earlier comes as near to what it
/// leads to as it can.
fn ranks(count: usize, arrows: &[(usize, usize)]) -> Vec<usize> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut left = vec![0_usize; count];
    for &(from, to) in arrows {
        if let Some(list) = out.get_mut(from) {
            list.push(to);
        }
        if let Some(n) = left.get_mut(to) {
            *n += 1;
        }
    }
    let sources: Vec<usize> = (0..count).filter(|i| left.get(*i) == Some(&0)).collect();
    let mut rank = vec![0_usize; count];
    let mut ready = sources.clone();
    while let Some(node) = ready.pop() {
        let next = rank.get(node).copied().unwrap_or_default() + 1;
        for &to in out.get(node).into_iter().flatten() {
            if let Some(r) = rank.get_mut(to) {
                *r = next.max(*r);
            }
            if let Some(n) = left.get_mut(to) {
                *n -= 1;
                if *n == 0 {
                    ready.push(to);
                }
            }
        }
    }
    for source in sources {
        let nearest = out.get(source).into_iter().flatten().filter_map(|to| rank.get(*to)).min().copied();
        if let (Some(nearest), Some(r)) = (nearest, rank.get_mut(source)) {
            *r = nearest.saturating_sub(1);
        }
    }
    rank
}

/// Joins two boxes, over a new knot in each layer between them.
fn join(knots: &mut Vec<Knot>, from: usize, to: usize) {
    let layer = |knots: &[Knot], i: usize| knots.get(i).map_or(0, |k| k.layer);
    let mut before = from;
    for layer in layer(knots, from) + 1..layer(knots, to) {
        let next = knots.len();
        knots.push(Knot { across: CHANNEL, along: 0.0, layer, up: vec![before], down: Vec::new(), at: 0.0 });
        if let Some(knot) = knots.get_mut(before) {
            knot.down.push(next);
        }
        before = next;
    }
    if let Some(knot) = knots.get_mut(before) {
        knot.down.push(to);
    }
    if let Some(knot) = knots.get_mut(to) {
        knot.up.push(before);
    }
}

/// Orders the layers by barycentres and keeps the order with the fewest crossings. Afterwards
/// `at` is the place in the layer.
fn order(knots: &mut [Knot], layers: &mut Vec<Vec<usize>>) {
    let number = |knots: &mut [Knot], layer: &[usize]| {
        for (place, index) in layer.iter().enumerate() {
            if let Some(knot) = knots.get_mut(*index) {
                knot.at = place as f64;
            }
        }
    };
    for layer in layers.iter() {
        number(knots, layer);
    }
    let mut best = (crossings(knots, layers), layers.clone());
    for sweep in 0..SWEEPS {
        let downward = sweep % 2 == 0;
        let count = layers.len();
        for step in 0..count {
            let at = if downward { step } else { count - 1 - step };
            let Some(layer) = layers.get_mut(at) else { continue };
            let mut keyed: Vec<(f64, usize)> = layer
                .iter()
                .filter_map(|&index| {
                    let knot = knots.get(index)?;
                    let near = if downward { &knot.up } else { &knot.down };
                    let middle = mean(knots, near).unwrap_or(knot.at);
                    Some((middle, index))
                })
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            *layer = keyed.into_iter().map(|(_, index)| index).collect();
            number(knots, layer);
        }
        let now = crossings(knots, layers);
        if now < best.0 {
            best = (now, layers.clone());
        }
    }
    *layers = best.1;
    for layer in layers.iter() {
        number(knots, layer);
    }
}

fn mean(knots: &[Knot], near: &[usize]) -> Option<f64> {
    let sum: f64 = near.iter().filter_map(|i| knots.get(*i)).map(|k| k.at).sum();
    (!near.is_empty()).then(|| sum / near.len() as f64)
}

/// How many arrows cross between neighbouring layers.
fn crossings(knots: &[Knot], layers: &[Vec<usize>]) -> usize {
    let mut sum = 0;
    for layer in layers {
        let mut ends: Vec<(f64, f64)> = Vec::new();
        for knot in layer.iter().filter_map(|i| knots.get(*i)) {
            ends.extend(knot.down.iter().filter_map(|to| Some((knot.at, knots.get(*to)?.at))));
        }
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for (i, (_, end)) in ends.iter().enumerate() {
            sum += ends.iter().take(i).filter(|(_, other)| other > end).count();
        }
    }
    sum
}

/// Draws each box to the middle of its neighbours, as far as the order within its layer allows.
fn pull(knots: &mut [Knot], layers: &[Vec<usize>]) {
    for layer in layers {
        let mut from = 0.0;
        for index in layer {
            if let Some(knot) = knots.get_mut(*index) {
                knot.at = from + knot.across / 2.0;
                from += knot.across;
            }
        }
    }
    for round in 0..PULLS {
        let count = layers.len();
        for step in 0..count {
            let at = if round % 2 == 0 { step } else { count - 1 - step };
            let Some(layer) = layers.get(at) else { continue };
            let wanted: Vec<(f64, f64, f64)> = layer
                .iter()
                .filter_map(|index| {
                    let knot = knots.get(*index)?;
                    let last = round + 2 >= PULLS;
                    let near: Vec<usize> = match (round % 2 == 0, last) {
                        (_, true) => knot.up.iter().chain(&knot.down).copied().collect(),
                        (true, false) => knot.up.clone(),
                        (false, false) => knot.down.clone(),
                    };
                    let middle = mean(knots, &near);
                    let weight = if middle.is_some() { near.len() as f64 } else { 0.05 };
                    Some((middle.unwrap_or(knot.at), knot.across, weight))
                })
                .collect();
            for (index, at) in layer.iter().zip(apart(&wanted)) {
                if let Some(knot) = knots.get_mut(*index) {
                    knot.at = at;
                }
            }
        }
    }
}

/// The middles nearest to the wanted ones, by squares and weights, at which boxes in this order
/// do not overlap (pools of neighbours that push each other).
fn apart(wanted: &[(f64, f64, f64)]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut from = 0.0;
    // Mean of what is wanted less the offset, weight, and how many are in the pool.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for &(middle, size, weight) in wanted {
        let offset = from + size / 2.0;
        offsets.push(offset);
        from += size;
        let mut pool = (middle - offset, weight, 1);
        while let Some(&(before, other, n)) = pools.last() {
            if before <= pool.0 {
                break;
            }
            pools.pop();
            let sum = other + pool.1;
            pool = ((before * other + pool.0 * pool.1) / sum, sum, n + pool.2);
        }
        pools.push(pool);
    }
    let shifts = pools.iter().flat_map(|(shift, _, n)| std::iter::repeat_n(*shift, *n));
    offsets.iter().zip(shifts).map(|(offset, shift)| offset + shift).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_broken_once() {
        assert_eq!(back(3, &[(0, 1), (1, 2), (2, 0)]), [false, false, true]);
        assert_eq!(back(2, &[(0, 1), (1, 0), (0, 1)]), [false, true, false]);
        assert_eq!(back(3, &[(1, 0), (1, 2), (0, 2)]), [false; 3]);
    }

    #[test]
    fn boxes_stand_apart_in_layers() {
        let sizes = vec![Size { width: 50.0, height: 30.0 }; 60];
        let arrows: Vec<(usize, usize)> =
            (1..60).map(|i| (i / 3, i)).chain([(59, 0), (0, 59), (4, 4)]).collect();
        for direction in [Direction::Right, Direction::Down] {
            let at = place(&sizes, &arrows, direction);
            for (i, a) in at.iter().enumerate() {
                assert!(a.x >= -0.01 && a.y >= -0.01);
                assert!(at.iter().skip(i + 1).all(|b| !a.overlaps(b, 0.01)), "{i}");
            }
        }
    }

    #[test]
    fn boxes_come_as_near_as_they_can() {
        assert_eq!(apart(&[(0.0, 10.0, 1.0), (50.0, 10.0, 1.0)]), [0.0, 50.0]);
        assert_eq!(apart(&[(20.0, 10.0, 1.0), (20.0, 10.0, 1.0)]), [15.0, 25.0]);
    }
}
