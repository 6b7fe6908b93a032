//! The sparse grid on which a line looks for its way: only the coordinates at which something
//! could be passed or met, and between neighbouring ones whether a line may go and what it
//! crosses there.

use crate::layout::graph::{Point, Rect};

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Downwards.
    South,
    /// Upwards.
    North,
}

impl Heading {
    /// All four.
    pub const ALL: [Heading; 4] = [Heading::East, Heading::West, Heading::South, Heading::North];

    /// Its place in [`Heading::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The other way.
    pub fn back(self) -> Heading {
        match self {
            Heading::East => Heading::West,
            Heading::West => Heading::East,
            Heading::South => Heading::North,
            Heading::North => Heading::South,
        }
    }

    /// True for left and right.
    pub fn level(self) -> bool {
        matches!(self, Heading::East | Heading::West)
    }

    /// The point that is `by` further on.
    pub fn step(self, from: Point, by: f64) -> Point {
        match self {
            Heading::East => Point { x: from.x + by, ..from },
            Heading::West => Point { x: from.x - by, ..from },
            Heading::South => Point { y: from.y + by, ..from },
            Heading::North => Point { y: from.y - by, ..from },
        }
    }

    fn bit(self) -> u8 {
        1 << self.index()
    }
}

/// How a frame's border may be passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// From within.
    Out,
    /// From without.
    In,
}

/// Coordinates nearer than this are one.
const MERGE: f64 = 1.0;
/// More places than this are too many to search.
const MOST: usize = 600_000;

/// The grid.
pub(super) struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// For each place, a bit for each heading in which no line may leave it.
    walls: Vec<u8>,
    /// How many lines are crossed on the way to the next place to the right.
    east: Vec<u8>,
    /// The same, downwards.
    south: Vec<u8>,
}

/// Sorted, without those that are all but the same; the `fixed` ones are kept as they are.
fn thinned(fixed: &[f64], more: &[f64], low: f64, high: f64) -> Vec<f64> {
    let within = |v: &f64| *v >= low && *v <= high;
    let mut all: Vec<(f64, bool)> = fixed.iter().filter(|v| within(v)).map(|v| (*v, true)).collect();
    all.extend(more.iter().filter(|v| within(v)).map(|v| (*v, false)));
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut out: Vec<(f64, bool)> = Vec::with_capacity(all.len());
    for (v, keep) in all {
        match out.last().copied() {
            Some((last, _)) if v - last < 1e-6 => {}
            Some((last, kept)) if v - last < MERGE => {
                if keep && !kept {
                    out.pop();
                    out.push((v, true));
                } else if keep {
                    out.push((v, true));
                }
            }
            _ => out.push((v, keep)),
        }
    }
    out.into_iter().map(|(v, _)| v).collect()
}

/// Places strictly between `low` and `high`.
fn inside(list: &[f64], low: f64, high: f64) -> std::ops::Range<usize> {
    let from = list.partition_point(|v| *v <= low);
    from..list.partition_point(|v| *v < high).max(from)
}

/// Places from which the step to the next one touches what is strictly between `low` and `high`.
fn steps(list: &[f64], low: f64, high: f64) -> std::ops::Range<usize> {
    let from = list.partition_point(|v| *v <= low).saturating_sub(1);
    let to = list.partition_point(|v| *v < high).min(list.len().saturating_sub(1));
    from..to.max(from)
}

/// The place from which the step to the next one passes `at`.
fn passing(list: &[f64], at: f64) -> Option<usize> {
    let next = list.partition_point(|v| *v < at);
    (next < list.len()).then(|| next.checked_sub(1)).flatten()
}

impl Grid {
    /// A grid of the given coordinates within `area`; nothing stands in it yet. None if it would
    /// be empty or too large.
    pub fn new(fixed: (&[f64], &[f64]), more: (&[f64], &[f64]), area: &Rect) -> Option<Grid> {
        let xs = thinned(fixed.0, more.0, area.x, area.right());
        let ys = thinned(fixed.1, more.1, area.y, area.bottom());
        let places = xs.len().checked_mul(ys.len())?;
        if places == 0 || places > MOST {
            return None;
        }
        Some(Grid { xs, ys, walls: vec![0; places], east: vec![0; places], south: vec![0; places] })
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.walls.len()
    }

    /// Where a place is.
    pub fn point(&self, place: usize) -> Point {
        let width = self.xs.len().max(1);
        let at = |list: &[f64], i: usize| list.get(i).copied().unwrap_or_default();
        Point { x: at(&self.xs, place % width), y: at(&self.ys, place / width) }
    }

    /// The place at a point, if there is one.
    pub fn place(&self, at: Point) -> Option<usize> {
        let find = |list: &[f64], v: f64| {
            let i = list.partition_point(|w| *w < v - 1e-6);
            list.get(i).filter(|w| (**w - v).abs() <= 1e-6).map(|_| i)
        };
        Some(find(&self.ys, at.y)? * self.xs.len() + find(&self.xs, at.x)?)
    }

    /// The next place that way with the distance and the number of lines that are crossed.
    pub fn step(&self, place: usize, heading: Heading) -> Option<(usize, f64, u8)> {
        if self.walls.get(place)? & heading.bit() != 0 {
            return None;
        }
        let width = self.xs.len();
        let (i, j) = (place % width, place / width);
        let gap = |list: &[f64], k: usize| Some(list.get(k + 1)? - list.get(k)?);
        match heading {
            Heading::East => Some((place + 1, gap(&self.xs, i)?, *self.east.get(place)?)),
            Heading::West => {
                Some((place.checked_sub(1)?, gap(&self.xs, i.checked_sub(1)?)?, *self.east.get(place - 1)?))
            }
            Heading::South => Some((place + width, gap(&self.ys, j)?, *self.south.get(place)?)),
            Heading::North => {
                let next = place.checked_sub(width)?;
                Some((next, gap(&self.ys, j.checked_sub(1)?)?, *self.south.get(next)?))
            }
        }
    }

    fn wall(&mut self, i: usize, j: usize, heading: Heading) {
        if let Some(walls) = self.walls.get_mut(j * self.xs.len() + i) {
            *walls |= heading.bit();
        }
    }

    /// No level way from column `i` to the next in row `j`.
    fn bar_level(&mut self, i: usize, j: usize) {
        self.wall(i, j, Heading::East);
        self.wall(i + 1, j, Heading::West);
    }

    /// No upright way from row `j` to the next in column `i`.
    fn bar_upright(&mut self, i: usize, j: usize) {
        self.wall(i, j, Heading::South);
        self.wall(i, j + 1, Heading::North);
    }

    /// No line may pass through the inner of `rect`.
    pub fn block(&mut self, rect: &Rect) {
        self.bar_levels(rect);
        for i in inside(&self.xs, rect.x, rect.right()) {
            for j in steps(&self.ys, rect.y, rect.bottom()) {
                self.bar_upright(i, j);
            }
        }
    }

    /// No line may run level within `rect`.
    pub fn bar_levels(&mut self, rect: &Rect) {
        for j in inside(&self.ys, rect.y, rect.bottom()) {
            for i in steps(&self.xs, rect.x, rect.right()) {
                self.bar_level(i, j);
            }
        }
    }

    /// A stretch of another line: not to be run along within `gap`, to be crossed at a price.
    pub fn line(&mut self, a: Point, b: Point, gap: f64) {
        let (left, right) = (a.x.min(b.x), a.x.max(b.x));
        let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
        if right - left < bottom - top {
            for i in inside(&self.xs, left - gap, right + gap) {
                for j in steps(&self.ys, top - gap, bottom + gap) {
                    self.bar_upright(i, j);
                }
            }
            let Some(i) = passing(&self.xs, left) else { return };
            for j in inside(&self.ys, top, bottom) {
                if let Some(count) = self.east.get_mut(j * self.xs.len() + i) {
                    *count = count.saturating_add(1);
                }
            }
        } else {
            for j in inside(&self.ys, top - gap, bottom + gap) {
                for i in steps(&self.xs, left - gap, right + gap) {
                    self.bar_level(i, j);
                }
            }
            let Some(j) = passing(&self.ys, top) else { return };
            for i in inside(&self.xs, left, right) {
                if let Some(count) = self.south.get_mut(j * self.xs.len() + i) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// A frame's border: to be passed one way only, and not to be run along within `gap`.
    pub fn border(&mut self, frame: &Rect, gap: f64, pass: Pass) {
        let (left, right, top, bottom) = (frame.x, frame.right(), frame.y, frame.bottom());
        for side in [left, right] {
            for i in inside(&self.xs, side - gap, side + gap) {
                for j in steps(&self.ys, top - gap, bottom + gap) {
                    self.bar_upright(i, j);
                }
            }
            let Some(i) = passing(&self.xs, side) else { continue };
            // Inwards is to the right at the left side, to the left at the right side.
            let eastward_allowed = (side == left) == (pass == Pass::In);
            for j in inside(&self.ys, top - gap, bottom + gap) {
                if eastward_allowed {
                    self.wall(i + 1, j, Heading::West);
                } else {
                    self.wall(i, j, Heading::East);
                }
            }
        }
        for side in [top, bottom] {
            for j in inside(&self.ys, side - gap, side + gap) {
                for i in steps(&self.xs, left - gap, right + gap) {
                    self.bar_level(i, j);
                }
            }
            let Some(j) = passing(&self.ys, side) else { continue };
            let southward_allowed = (side == top) == (pass == Pass::In);
            for i in inside(&self.xs, left - gap, right + gap) {
                if southward_allowed {
                    self.wall(i, j + 1, Heading::North);
                } else {
                    self.wall(i, j, Heading::South);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_grid_is_respected() {
        let list: Vec<f64> = (0..10).map(f64::from).map(|v| v * 10.0).collect();
        let area = Rect { x: 0.0, y: 0.0, width: 90.0, height: 90.0 };
        let mut grid = Grid::new((&list, &list), (&[], &[]), &area).unwrap();
        grid.block(&Rect { x: 35.0, y: 35.0, width: 20.0, height: 20.0 });
        let at = |grid: &Grid, x: f64, y: f64| grid.place(Point { x, y }).unwrap();
        assert!(grid.step(at(&grid, 30.0, 40.0), Heading::East).is_none());
        assert!(grid.step(at(&grid, 40.0, 30.0), Heading::South).is_none());
        assert!(grid.step(at(&grid, 30.0, 30.0), Heading::East).is_some());
        grid.line(Point { x: 70.0, y: 0.0 }, Point { x: 70.0, y: 80.0 }, 5.0);
        assert!(grid.step(at(&grid, 70.0, 30.0), Heading::South).is_none());
        assert_eq!(grid.step(at(&grid, 60.0, 30.0), Heading::East), Some((at(&grid, 70.0, 30.0), 10.0, 1)));
        assert_eq!(grid.step(at(&grid, 80.0, 30.0), Heading::West), Some((at(&grid, 70.0, 30.0), 10.0, 0)));
        grid.border(&Rect { x: 5.0, y: 5.0, width: 10.0, height: 10.0 }, 2.0, Pass::Out);
        assert!(grid.step(at(&grid, 10.0, 10.0), Heading::East).is_some());
        assert!(grid.step(at(&grid, 20.0, 10.0), Heading::West).is_none());
        assert!(grid.step(at(&grid, 10.0, 0.0), Heading::South).is_none());
    }
}
