//! The cheapest way through a [`Grid`]: A* over places and axes, where length, turns and crossings
//! cost what they cost in the score. Costs are whole numbers, so that what is open waits in
//! buckets and not in a heap: most of the time of an improvement is spent here.

use super::grid::{Border, Grid};
use crate::layout::graph::{Point, Rect};
use crate::layout::score::{BEND, CROSSING, LENGTH};

/// How many units of this search's costs one of the score's has.
const FINE: f64 = 8.0;

/// A side of an element, and the way that leads away from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    Right,
    /// Down.
    Down,
    /// To the left.
    Left,
    /// Up.
    Up,
}

impl Side {
    /// All four.
    pub const ALL: [Side; 4] = [Side::Right, Side::Down, Side::Left, Side::Up];

    /// True for up and down.
    pub fn upright(self) -> bool {
        matches!(self, Side::Down | Side::Up)
    }
}

/// A place to start from or to arrive at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Its column.
    pub column: usize,
    /// Its row.
    pub row: usize,
    /// Whether the line runs up or down there.
    pub upright: bool,
    /// What the rest of the way to the element costs.
    pub cost: f64,
}

/// What is asked for.
pub struct Question<'q> {
    /// The space.
    pub grid: &'q Grid,
    /// Where the line may start.
    pub starts: &'q [Stop],
    /// Where it may arrive.
    pub goals: &'q [Stop],
    /// Around all goals, to aim at.
    pub target: Rect,
    /// Whether the line may pass the frame of a cluster.
    pub may_pass: &'q dyn Fn(usize) -> bool,
    /// Ways that cost as much are not wanted.
    pub limit: f64,
    /// The way stays in here.
    pub window: Rect,
}

/// How a state was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Came {
    /// The way starts here.
    #[default]
    Start,
    /// From the place before, on the left or above.
    Onward,
    /// From the place behind, on the right or below.
    Back,
    /// By a turn at the same place.
    Turned,
}

#[derive(Clone, Copy, Debug, Default)]
struct Known {
    cost: u32,
    round: u32,
    came: Came,
    done: bool,
}

/// Reused between searches, so that memory is taken once.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    states: Vec<Known>,
    buckets: Vec<Vec<u32>>,
    round: u32,
    /// How many states were looked at, in all searches.
    pub work: usize,
}

impl Scratch {
    /// Takes a cheaper way to a state; false if there is one as cheap.
    fn reach(&mut self, state: usize, cost: u32, came: Came) -> bool {
        let round = self.round;
        let Some(known) = self.states.get_mut(state) else { return false };
        if known.round == round && known.cost <= cost {
            return false;
        }
        *known = Known { cost, round, came, done: false };
        true
    }

    /// Marks a state as done; its cost, unless it was done before.
    fn close(&mut self, state: usize) -> Option<u32> {
        let known = self.states.get_mut(state).filter(|known| !known.done)?;
        known.done = true;
        Some(known.cost)
    }

    fn push(&mut self, at: u32, state: usize) {
        if let (Some(bucket), Ok(state)) = (self.buckets.get_mut(at as usize), u32::try_from(state)) {
            bucket.push(state);
        }
    }
}

/// Finds the cheapest way: its corners, from the start to the goal.
pub fn cheapest(question: &Question<'_>, scratch: &mut Scratch) -> Option<Vec<Point>> {
    let grid = question.grid;
    let limit = fine(question.limit);
    scratch.round += 1;
    scratch.states.resize(grid.xs.len() * grid.ys.len() * 2, Known::default());
    scratch.buckets.iter_mut().for_each(Vec::clear);
    scratch.buckets.resize(limit as usize, Vec::new());
    let aim = Aim::new(grid, &question.target);
    let (columns, rows) = grid.window(&question.window);
    for stop in question.starts {
        let (state, cost) = (number(grid, stop), fine(stop.cost));
        if scratch.reach(state, cost, Came::Start) {
            scratch.push(cost + aim.least(stop.column, stop.row, stop.upright), state);
        }
    }
    // The last bit of the way has a cost of its own: the first goal met need not be the best.
    let mut best: Option<(u32, usize)> = None;
    let mut at = 0;
    while at < best.map_or(limit, |(cost, _)| cost) {
        let Some(state) = scratch.buckets.get_mut(at as usize).and_then(Vec::pop) else {
            at += 1;
            continue;
        };
        let state = state as usize;
        let Some(cost) = scratch.close(state) else { continue };
        scratch.work += 1;
        let (place, upright) = (state / 2, state % 2 == 1);
        let (column, row) = grid.place(place);
        if aim.is_there(column, row) {
            let goal = question.goals.iter().filter(|goal| number(grid, goal) == state);
            for whole in goal.map(|goal| cost + fine(goal.cost)) {
                if whole < best.map_or(limit, |(cost, _)| cost) {
                    best = Some((whole, state));
                }
            }
        }
        let mut go = |to: usize, to_column: usize, to_row: usize, upright: bool, cost: u32, came: Came| {
            let whole = (cost + aim.least(to_column, to_row, upright)).max(at);
            let inside = columns.contains(&to_column) && rows.contains(&to_row);
            if inside && whole < limit && scratch.reach(to, cost, came) {
                scratch.push(whole, to);
            }
        };
        go(state ^ 1, column, row, !upright, cost + aim.turn, Came::Turned);
        let stride = if upright { grid.xs.len() } else { 1 };
        if let Some(step) = step(question, &aim, place, upright, (column, row)) {
            let (c, r) = if upright { (column, row + 1) } else { (column + 1, row) };
            go(state + 2 * stride, c, r, upright, cost + step, Came::Onward);
        }
        let behind = if upright { row } else { column };
        if behind > 0
            && let Some(before) = place.checked_sub(stride)
        {
            let (c, r) = if upright { (column, row - 1) } else { (column - 1, row) };
            if let Some(step) = step(question, &aim, before, upright, (c, r)) {
                go(state - 2 * stride, c, r, upright, cost + step, Came::Back);
            }
        }
    }
    best.map(|(_, state)| corners(grid, scratch, state))
}

/// A cost of the score in units of the search.
fn fine(cost: f64) -> u32 {
    (cost * FINE).round().max(0.0) as u32
}

fn number(grid: &Grid, stop: &Stop) -> usize {
    grid.at(stop.column, stop.row) * 2 + usize::from(stop.upright)
}

/// What the step to the right or down from a place costs, if it may be taken.
fn step(
    question: &Question<'_>,
    aim: &Aim,
    at: usize,
    upright: bool,
    (column, row): (usize, usize),
) -> Option<u32> {
    let (border, crossed) = question.grid.step(at, upright)?;
    match border {
        Border::Closed => return None,
        Border::Of(cluster) if !(question.may_pass)(cluster) => return None,
        Border::Of(_) | Border::Open => {}
    }
    let along = if upright { aim.down.get(row) } else { aim.right.get(column) };
    Some(along? + u32::from(crossed) * aim.crossing)
}

/// What ways cost, worked out once for a search: the steps by themselves, and what the way to the
/// target costs at least from each column and row: straight over, and the turn without which it
/// can't be done.
struct Aim {
    columns: Vec<u32>,
    rows: Vec<u32>,
    /// The step from each column to the next, and from each row.
    right: Vec<u32>,
    down: Vec<u32>,
    crossing: u32,
    turn: u32,
}

impl Aim {
    fn new(grid: &Grid, target: &Rect) -> Aim {
        let far = |v: f64, low: f64, high: f64| ((low - v).max(v - high).max(0.0) * LENGTH * FINE) as u32;
        let steps = |places: &[f64]| -> Vec<u32> {
            places.iter().zip(places.iter().skip(1)).map(|(a, b)| fine((b - a) * LENGTH)).collect()
        };
        Aim {
            columns: grid.xs.iter().map(|x| far(*x, target.x, target.right())).collect(),
            rows: grid.ys.iter().map(|y| far(*y, target.y, target.bottom())).collect(),
            right: steps(&grid.xs),
            down: steps(&grid.ys),
            crossing: fine(CROSSING),
            turn: fine(BEND),
        }
    }

    /// True at the target, where all goals are.
    fn is_there(&self, column: usize, row: usize) -> bool {
        self.columns.get(column) == Some(&0) && self.rows.get(row) == Some(&0)
    }

    fn least(&self, column: usize, row: usize, upright: bool) -> u32 {
        let dx = self.columns.get(column).copied().unwrap_or(0);
        let dy = self.rows.get(row).copied().unwrap_or(0);
        let turn = if upright { dx > 0 } else { dy > 0 };
        dx + dy + if turn { self.turn } else { 0 }
    }
}

/// Walks back from where the way ends.
fn corners(grid: &Grid, scratch: &Scratch, end: usize) -> Vec<Point> {
    let place = |state: usize| {
        let (column, row) = grid.place(state / 2);
        grid.point(column, row)
    };
    let mut state = end;
    let mut points: Vec<Point> = place(state).into_iter().collect();
    while let Some(known) = scratch.states.get(state) {
        let stride = 2 * if state % 2 == 1 { grid.xs.len() } else { 1 };
        match known.came {
            Came::Start => break,
            Came::Turned => {
                points.extend(place(state));
                state ^= 1;
            }
            Came::Onward => state -= stride,
            Came::Back => state += stride,
        }
    }
    points.extend(place(state));
    points.reverse();
    points
}
