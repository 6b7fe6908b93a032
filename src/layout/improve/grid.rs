//! The free space of a picture as a sparse grid: a column or row beside everything that a line
//! could want to run along, and for each step from one to the next whether it is open, which frame
//! it passes and how many lines it crosses.
//!
//! What stands still (elements, frames, titles) is painted once; lines and their labels are painted
//! and wiped as they move.

use crate::layout::graph::{Graph, Placed, Point, Rect, Route};
use crate::layout::metric::{Segment, stretches};

/// From an element to a line that passes it, and from its side to the first turn of a line that
/// ends there: room for the head.
pub const CLEARANCE: f64 = 17.0;
/// From a frame to a line that runs beside it.
pub const FRAME_CLEARANCE: f64 = 11.0;
/// From a title or label to a line that runs beside it.
pub const WORDS_CLEARANCE: f64 = 6.0;
/// Columns beside lines may be left out if another is as near as this: they are many, and a
/// unit more or less is not seen.
const MERGE: f64 = 12.0;
/// A hair, so that what touches does not overlap.
const HAIR: f64 = 0.01;
/// More steps than this are not searched in a moment, nor held in little memory.
const MOST_STEPS: usize = 4_000_000;

/// Which frame a step passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// None.
    Open,
    /// That of this cluster.
    Of(usize),
    /// Several at once: no step.
    Closed,
}

/// The steps of one direction: from each crossing of a column and a row to the next one along.
#[derive(Clone, Debug, Default)]
struct Steps {
    /// By how many things the step is closed.
    closed: Vec<u16>,
    /// How many lines it crosses.
    crossed: Vec<u16>,
    /// 0 for none, 1 for several, 2 and up for the frame of a cluster.
    border: Vec<u32>,
}

/// The grid.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The columns, from left to right.
    pub xs: Vec<f64>,
    /// The rows, from top to bottom.
    pub ys: Vec<f64>,
    level: Steps,
    upright: Steps,
    gap: f64,
}

impl Grid {
    /// The grid of a picture with all its lines; nothing if it would be too large.
    pub fn new(graph: &Graph, placed: &Placed) -> Option<Grid> {
        let gap = graph.options.edge_gap;
        let (xs, ys) = coordinates(placed, gap);
        let count = xs.len().checked_mul(ys.len()).filter(|count| *count <= MOST_STEPS)?;
        let steps = || Steps { closed: vec![0; count], crossed: vec![0; count], border: vec![0; count] };
        let mut grid = Grid { xs, ys, level: steps(), upright: steps(), gap };
        for node in &placed.nodes {
            grid.solid(&node.grown(CLEARANCE - HAIR), 1);
        }
        for (index, cluster) in placed.clusters.iter().enumerate() {
            grid.frame(index, &cluster.rect);
            for words in [Some(cluster.title), cluster.note].into_iter().flatten() {
                grid.solid(&words.grown(WORDS_CLEARANCE - HAIR), 1);
            }
        }
        for route in &placed.edges {
            grid.draw(route, true);
        }
        Some(grid)
    }

    /// Paints a line with its label, or wipes it.
    pub fn draw(&mut self, route: &Route, there: bool) {
        let by = if there { 1 } else { -1 };
        for segment in stretches(&route.points, 0) {
            self.line(&segment, by);
        }
        if let Some(label) = route.label {
            self.solid(&label.grown(WORDS_CLEARANCE - HAIR), by);
        }
    }

    /// The number of a crossing of column and row.
    pub fn at(&self, column: usize, row: usize) -> usize {
        row * self.xs.len() + column
    }

    /// Column and row of the crossing with a number.
    pub fn place(&self, at: usize) -> (usize, usize) {
        let width = self.xs.len().max(1);
        (at % width, at / width)
    }

    /// Where it is.
    pub fn point(&self, column: usize, row: usize) -> Option<Point> {
        Some(Point { x: *self.xs.get(column)?, y: *self.ys.get(row)? })
    }

    /// The step to the right of a crossing, or down from it: which frame it passes and how many
    /// lines it crosses; nothing if it is closed.
    pub fn step(&self, at: usize, upright: bool) -> Option<(Border, u16)> {
        let steps = if upright { &self.upright } else { &self.level };
        if *steps.closed.get(at)? > 0 {
            return None;
        }
        let border = match steps.border.get(at)? {
            0 => Border::Open,
            1 => Border::Closed,
            other => Border::Of(*other as usize - 2),
        };
        Some((border, *steps.crossed.get(at)?))
    }

    /// Closes or opens all steps that touch the inside of a rectangle.
    fn solid(&mut self, rect: &Rect, by: i32) {
        let (columns, rows) =
            (inside(&self.xs, rect.x, rect.right()), inside(&self.ys, rect.y, rect.bottom()));
        self.paint(false, touching(&self.xs, rect.x, rect.right()), rows, by);
        self.paint(true, columns, touching(&self.ys, rect.y, rect.bottom()), by);
    }

    fn paint(&mut self, upright: bool, columns: (usize, usize), rows: (usize, usize), by: i32) {
        let width = self.xs.len();
        let steps = if upright { &mut self.upright } else { &mut self.level };
        for row in rows.0..rows.1 {
            let line = steps.closed.get_mut(row * width + columns.0..row * width + columns.1.max(columns.0));
            for cell in line.into_iter().flatten() {
                *cell = cell.saturating_add_signed(by as i16);
            }
        }
    }

    /// Closes what runs along a stretch too near, and counts it where a step crosses it.
    fn line(&mut self, segment: &Segment, by: i32) {
        let bounds = segment.bounds();
        let near = bounds.grown(self.gap - HAIR);
        let upright = bounds.width < bounds.height;
        let width = self.xs.len();
        if upright {
            let columns = inside(&self.xs, near.x, near.right());
            self.paint(true, columns, touching(&self.ys, near.y, near.bottom()), by);
            let Some(column) = self.xs.partition_point(|x| *x <= bounds.x).checked_sub(1) else { return };
            let rows = inside(&self.ys, bounds.y, bounds.bottom());
            for row in rows.0..rows.1 {
                count(&mut self.level.crossed, row * width + column, by);
            }
        } else {
            let rows = inside(&self.ys, near.y, near.bottom());
            self.paint(false, touching(&self.xs, near.x, near.right()), rows, by);
            let Some(row) = self.ys.partition_point(|y| *y <= bounds.y).checked_sub(1) else { return };
            let columns = inside(&self.xs, bounds.x, bounds.right());
            for column in columns.0..columns.1 {
                count(&mut self.upright.crossed, row * width + column, by);
            }
        }
    }

    /// Closes what runs along a frame's sides, and marks the steps that pass them.
    fn frame(&mut self, cluster: usize, rect: &Rect) {
        let near = FRAME_CLEARANCE - HAIR;
        let width = self.xs.len();
        let mark = |cells: &mut [u32], at: usize| {
            if let Some(cell) = cells.get_mut(at) {
                *cell = if *cell == 0 { cluster as u32 + 2 } else { 1 };
            }
        };
        let outer = rect.grown(near);
        for y in [rect.y, rect.bottom()] {
            let rows = inside(&self.ys, y - near, y + near);
            self.paint(false, touching(&self.xs, outer.x, outer.right()), rows, 1);
            let Some(row) = self.ys.partition_point(|v| *v <= y).checked_sub(1) else { continue };
            let columns = inside(&self.xs, rect.x, rect.right());
            (columns.0..columns.1).for_each(|column| mark(&mut self.upright.border, row * width + column));
        }
        for x in [rect.x, rect.right()] {
            let columns = inside(&self.xs, x - near, x + near);
            self.paint(true, columns, touching(&self.ys, outer.y, outer.bottom()), 1);
            let Some(column) = self.xs.partition_point(|v| *v <= x).checked_sub(1) else { continue };
            let rows = inside(&self.ys, rect.y, rect.bottom());
            (rows.0..rows.1).for_each(|row| mark(&mut self.level.border, row * width + column));
        }
    }
}

fn count(cells: &mut [u16], at: usize, by: i32) {
    if let Some(cell) = cells.get_mut(at) {
        *cell = cell.saturating_add_signed(by as i16);
    }
}

/// The places strictly between two values: from the first to before the second.
pub fn inside(places: &[f64], low: f64, high: f64) -> (usize, usize) {
    let from = places.partition_point(|v| *v <= low);
    (from, places.partition_point(|v| *v < high).max(from))
}

/// The steps, named by where they begin, that touch what is strictly between two values.
fn touching(places: &[f64], low: f64, high: f64) -> (usize, usize) {
    let from = places.partition_point(|v| *v <= low).saturating_sub(1);
    (from, places.partition_point(|v| *v < high).max(from))
}

/// The columns and rows.
fn coordinates(placed: &Placed, gap: f64) -> (Vec<f64>, Vec<f64>) {
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    let mut around = |rect: &Rect, by: f64| {
        xs.extend([rect.x - by, rect.right() + by]);
        ys.extend([rect.y - by, rect.bottom() + by]);
    };
    for node in &placed.nodes {
        around(node, CLEARANCE);
    }
    for cluster in &placed.clusters {
        around(&cluster.rect, FRAME_CLEARANCE);
    }
    for label in placed.edges.iter().filter_map(|e| e.label.as_ref()) {
        around(label, WORDS_CLEARANCE);
    }
    let (mut more_xs, mut more_ys): (Vec<f64>, Vec<f64>) =
        placed.nodes.iter().map(Rect::center).map(|center| (center.x, center.y)).unzip();
    for segment in placed.edges.iter().flat_map(|e| stretches(&e.points, 0)) {
        let bounds = segment.bounds();
        let (list, v) =
            if bounds.width < bounds.height { (&mut more_xs, bounds.x) } else { (&mut more_ys, bounds.y) };
        list.extend([v, v - gap, v + gap]);
    }
    (merged(xs, more_xs), merged(ys, more_ys))
}

/// Both lists in one, sorted; of the second only what is not near one that is there already.
fn merged(mut first: Vec<f64>, mut second: Vec<f64>) -> Vec<f64> {
    first.sort_by(f64::total_cmp);
    first.dedup_by(|a, b| (*a - *b).abs() < HAIR);
    second.sort_by(f64::total_cmp);
    let mut kept: Vec<f64> = Vec::new();
    for v in second {
        let at = first.partition_point(|f| *f < v);
        let near = [at.checked_sub(1).and_then(|i| first.get(i)), first.get(at), kept.last()];
        if near.into_iter().flatten().all(|other| (other - v).abs() >= MERGE) {
            kept.push(v);
        }
    }
    first.extend(kept);
    first.sort_by(f64::total_cmp);
    first
}
