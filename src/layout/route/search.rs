//! The search for the cheapest way on a grid (A*).

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::grid::{Grid, Heading};
use super::{BEND, CROSSING};
use crate::layout::graph::Point;

/// A place where the search may begin or end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Door {
    /// The point on the side of the box.
    pub at: Point,
    /// Away from the box.
    pub out: Heading,
    /// How far from the box a line runs straight before it may turn.
    pub reach: f64,
    /// What it costs to use it, beside the length of its reach.
    pub toll: f64,
}

impl Door {
    /// Where a line may turn.
    pub fn foot(&self) -> Point {
        self.out.step(self.at, self.reach)
    }
}

/// A way that was found.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// What it costs.
    pub cost: f64,
    /// From door to door.
    pub points: Vec<Point>,
    /// The door at its end: a place in the list.
    pub to: usize,
}

#[derive(Clone, Copy)]
struct Open {
    /// What the way costs at least, if it goes through here.
    whole: f64,
    state: usize,
}

impl PartialEq for Open {
    fn eq(&self, other: &Open) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Open {}
impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Open) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Open {
    /// The cheapest is the greatest; of equals the one with the lower number, so that nothing
    /// depends on the heap.
    fn cmp(&self, other: &Open) -> Ordering {
        other.whole.total_cmp(&self.whole).then(other.state.cmp(&self.state))
    }
}

/// A place and the heading in which it was reached.
fn state(place: usize, heading: Heading) -> usize {
    place * 4 + heading.index()
}

/// Finds the cheapest way from one of the doors `from` to one of the doors `to`.
pub(super) fn find(grid: &Grid, from: &[Door], to: &[Door]) -> Option<Way> {
    let mut known = vec![f64::INFINITY; grid.places() * 4];
    let mut before = vec![usize::MAX; grid.places() * 4];
    let mut heap = BinaryHeap::new();
    let goals: Vec<(usize, usize)> = to
        .iter()
        .enumerate()
        .filter_map(|(i, door)| Some((state(grid.place(door.foot())?, door.out.back()), i)))
        .collect();
    let mut is_goal = vec![false; grid.places()];
    let (mut low, mut high) =
        (Point { x: f64::INFINITY, y: f64::INFINITY }, Point { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY });
    for &(goal, _) in &goals {
        if let Some(mark) = is_goal.get_mut(goal / 4) {
            *mark = true;
        }
        let p = grid.point(goal / 4);
        low = Point { x: low.x.min(p.x), y: low.y.min(p.y) };
        high = Point { x: high.x.max(p.x), y: high.y.max(p.y) };
    }
    if goals.is_empty() {
        return None;
    }
    // What is left to go, at the least: the distance to the box around all goals.
    let rest = |p: Point| {
        let (x, y) = ((low.x - p.x).max(p.x - high.x).max(0.0), (low.y - p.y).max(p.y - high.y).max(0.0));
        x + y
    };
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (i, door) in from.iter().enumerate() {
        let Some(place) = grid.place(door.foot()) else { continue };
        let at = state(place, door.out);
        let cost = door.reach + door.toll;
        if let Some(was) = known.get_mut(at).filter(|was| cost < **was) {
            *was = cost;
            starts.retain(|(other, _)| *other != at);
            starts.push((at, i));
            heap.push(Open { whole: cost + rest(grid.point(place)), state: at });
        }
    }
    let mut best: Option<(f64, usize, usize)> = None;
    while let Some(Open { whole, state: at }) = heap.pop() {
        if best.is_some_and(|(cost, ..)| cost <= whole) {
            break;
        }
        let place = at / 4;
        let Some(cost) = known.get(at).copied() else { continue };
        if whole > cost + rest(grid.point(place)) + 1e-9 {
            continue;
        }
        if is_goal.get(place).copied().unwrap_or(false) {
            for &(goal, door) in goals.iter().filter(|(goal, _)| goal / 4 == place) {
                let Some(end) = to.get(door) else { continue };
                let turn = if goal == at {
                    0.0
                } else if goal % 4 / 2 != at % 4 / 2 {
                    BEND
                } else {
                    continue;
                };
                let all = cost + turn + end.reach + end.toll;
                if best.is_none_or(|(was, ..)| all < was) {
                    best = Some((all, at, door));
                }
            }
        }
        for heading in Heading::ALL {
            let came = Heading::ALL.get(at % 4).copied().unwrap_or(heading);
            if heading == came.back() {
                continue;
            }
            let Some((next, length, crossed)) = grid.step(place, heading) else { continue };
            let turn = if heading == came { 0.0 } else { BEND };
            let then = cost + length + turn + f64::from(crossed) * CROSSING;
            let to = state(next, heading);
            if let Some(was) = known.get_mut(to).filter(|was| then < **was - 1e-9) {
                *was = then;
                if let Some(link) = before.get_mut(to) {
                    *link = at;
                }
                heap.push(Open { whole: then + rest(grid.point(next)), state: to });
            }
        }
    }
    let (cost, mut at, door) = best?;
    let mut points = vec![to.get(door)?.at];
    loop {
        points.push(grid.point(at / 4));
        let was = before.get(at).copied().unwrap_or(usize::MAX);
        if was == usize::MAX || points.len() > grid.places() + 2 {
            break;
        }
        at = was;
    }
    let first = starts.iter().find(|(start, _)| *start == at)?;
    points.push(from.get(first.1)?.at);
    points.reverse();
    Some(Way { cost, points, to: door })
}
