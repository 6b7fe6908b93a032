//! The search for the cheapest way on a grid (A*).

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

/// What is open, by what the way costs at the least if it goes through there: a bucket for each
/// unit. The costs that are put in never fall below those that were taken out, by more than
/// rounding.
#[derive(Default)]
struct Queue {
    buckets: Vec<Vec<(f64, usize)>>,
    /// The first bucket that may hold something.
    first: usize,
}

impl Queue {
    fn push(&mut self, whole: f64, state: usize) {
        let bucket = whole as usize;
        if bucket >= self.buckets.len() {
            self.buckets.resize_with(bucket + 1, Vec::new);
        }
        self.first = self.first.min(bucket);
        if let Some(list) = self.buckets.get_mut(bucket) {
            list.push((whole, state));
        }
    }

    fn pop(&mut self) -> Option<(f64, usize)> {
        loop {
            let list = self.buckets.get_mut(self.first)?;
            match list.pop() {
                Some(open) => return Some(open),
                None => self.first += 1,
            }
        }
    }
}

/// A place and the heading in which it was reached.
fn state(place: usize, heading: Heading) -> usize {
    place * 4 + heading.index()
}

/// The doors on one side of a box.
struct Side {
    /// In which heading a line comes in.
    heading: Heading,
    /// Where all of them have their feet.
    low: Point,
    high: Point,
    /// What the cheapest of them costs.
    least: f64,
}

impl Side {
    /// The sides of the doors at which a way may end.
    fn all(doors: &[Door]) -> Vec<Side> {
        let mut out: Vec<Side> = Vec::new();
        for door in doors {
            let (foot, heading, cost) = (door.foot(), door.out.back(), door.reach + door.toll);
            match out.iter_mut().find(|side| side.heading == heading) {
                Some(side) => {
                    side.low = Point { x: side.low.x.min(foot.x), y: side.low.y.min(foot.y) };
                    side.high = Point { x: side.high.x.max(foot.x), y: side.high.y.max(foot.y) };
                    side.least = side.least.min(cost);
                }
                None => out.push(Side { heading, low: foot, high: foot, least: cost }),
            }
        }
        out
    }

    /// What is left to go at the least, in length and turns, if nothing were in the way.
    fn rest(&self, p: Point, heading: Heading) -> f64 {
        let Side { low, high, .. } = *self;
        // How far the feet are ahead, seen in the heading in which the line comes in, and aside.
        let (ahead, aside) = match self.heading {
            Heading::East => (low.x - p.x, apart(p.y, low.y, high.y)),
            Heading::West => (p.x - high.x, apart(p.y, low.y, high.y)),
            Heading::South => (low.y - p.y, apart(p.x, low.x, high.x)),
            Heading::North => (p.y - high.y, apart(p.x, low.x, high.x)),
        };
        let forward = ahead > -1e-6;
        let turns = if heading == self.heading {
            match (forward, aside == 0.0) {
                (true, true) => 0.0,
                (true, false) => 2.0,
                (false, _) => 4.0,
            }
        } else if heading == self.heading.back() {
            2.0
        } else {
            let nearing = match heading {
                Heading::East | Heading::South => aside >= 0.0,
                Heading::West | Heading::North => aside <= 0.0,
            };
            if forward && nearing { 1.0 } else { 3.0 }
        };
        ahead.abs() + aside.abs() + turns * BEND + self.least
    }
}

/// How far it is from `v` to the stretch from `low` to `high`, with its sign.
fn apart(v: f64, low: f64, high: f64) -> f64 {
    if v < low - 1e-6 {
        low - v
    } else if v > high + 1e-6 {
        high - v
    } else {
        0.0
    }
}

/// Finds the cheapest way from one of the doors `from` to one of the doors `to`.
pub(super) fn find(grid: &Grid, from: &[Door], to: &[Door]) -> Option<Way> {
    let mut known = vec![f32::INFINITY; grid.places() * 4];
    let mut before = vec![u32::MAX; grid.places() * 4];
    let mut done = vec![false; grid.places() * 4];
    let mut queue = Queue::default();
    let goals: Vec<(usize, usize)> = to
        .iter()
        .enumerate()
        .filter_map(|(i, door)| Some((state(grid.place(door.foot())?, door.out.back()), i)))
        .collect();
    let mut is_goal = vec![false; grid.places()];
    for &(goal, _) in &goals {
        if let Some(mark) = is_goal.get_mut(goal / 4) {
            *mark = true;
        }
    }
    if goals.is_empty() {
        return None;
    }
    let sides = Side::all(to);
    let rest = |p: Point, heading: Heading| {
        sides.iter().map(|side| side.rest(p, heading)).fold(f64::INFINITY, f64::min)
    };
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (i, door) in from.iter().enumerate() {
        let Some(place) = grid.place(door.foot()) else { continue };
        let at = state(place, door.out);
        let cost = door.reach + door.toll;
        if let Some(was) = known.get_mut(at).filter(|was| (cost as f32) < **was) {
            *was = cost as f32;
            starts.retain(|(other, _)| *other != at);
            starts.push((at, i));
            queue.push(cost + rest(grid.point(place), door.out), at);
        }
    }
    let mut best: Option<(f64, usize, usize)> = None;
    while let Some((whole, at)) = queue.pop() {
        if best.is_some_and(|(cost, ..)| cost <= whole.floor()) {
            break;
        }
        let place = at / 4;
        let Some(came) = Heading::ALL.get(at % 4).copied() else { continue };
        let Some(cost) = known.get(at).copied().map(f64::from) else { continue };
        // A state is left once: what is left to go is never overrated, so it was reached best then.
        if done.get_mut(at).is_none_or(|done| std::mem::replace(done, true)) {
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
            if heading == came.back() {
                continue;
            }
            let Some((next, length, crossed)) = grid.step(place, heading) else { continue };
            let turn = if heading == came { 0.0 } else { BEND };
            let then = cost + length + turn + f64::from(crossed) * CROSSING;
            let to = state(next, heading);
            if let Some(was) = known.get_mut(to).filter(|was| (then as f32) < **was) {
                *was = then as f32;
                if let Some(link) = before.get_mut(to) {
                    *link = at as u32;
                }
                queue.push(then + rest(grid.point(next), heading), to);
            }
        }
    }
    let (cost, mut at, door) = best?;
    let mut points = vec![to.get(door)?.at];
    loop {
        points.push(grid.point(at / 4));
        let was = before.get(at).copied().unwrap_or(u32::MAX);
        if was == u32::MAX || points.len() > grid.places() + 2 {
            break;
        }
        at = was as usize;
    }
    let first = starts.iter().find(|(start, _)| *start == at)?;
    points.push(from.get(first.1)?.at);
    points.reverse();
    Some(Way { cost, points, to: door })
}
