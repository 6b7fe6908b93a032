//! Stretches of lines, and a grid over them, so that no check looks at all of them.

use super::TOLERANCE;
use crate::layout::graph::{Point, Rect};

/// A straight stretch of a line.
#[derive(Clone, Copy)]
pub(crate) struct Segment {
    pub a: Point,
    pub b: Point,
    pub edge: usize,
}

impl Segment {
    /// The box around it.
    pub(crate) fn bounds(&self) -> Rect {
        Rect {
            x: self.a.x.min(self.b.x),
            y: self.a.y.min(self.b.y),
            width: (self.a.x - self.b.x).abs(),
            height: (self.a.y - self.b.y).abs(),
        }
    }

    /// Its length.
    pub(crate) fn length(&self) -> f64 {
        (self.a.x - self.b.x).hypot(self.a.y - self.b.y)
    }

    /// The point at a part of its way, 0 to 1.
    pub(crate) fn at(&self, t: f64) -> Point {
        Point { x: self.a.x + (self.b.x - self.a.x) * t, y: self.a.y + (self.b.y - self.a.y) * t }
    }

    /// True if the boxes around both touch, up to a unit.
    pub(crate) fn near(&self, other: &Segment) -> bool {
        let (a, b) = (self.bounds(), other.bounds());
        a.x <= b.right() + 1.0 && b.x <= a.right() + 1.0 && a.y <= b.bottom() + 1.0 && b.y <= a.bottom() + 1.0
    }

    /// The parts of the way (0 to 1) between which it is inside `rect`, if it is.
    pub(crate) fn within(&self, rect: &Rect) -> Option<(f64, f64)> {
        let (dx, dy) = (self.b.x - self.a.x, self.b.y - self.a.y);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (start, step, low, high) in
            [(self.a.x, dx, rect.x, rect.right()), (self.a.y, dy, rect.y, rect.bottom())]
        {
            if high <= low {
                return None;
            }
            if step.abs() < 1e-12 {
                if start <= low || start >= high {
                    return None;
                }
                continue;
            }
            let (enter, leave) = ((low - start) / step, (high - start) / step);
            from = from.max(enter.min(leave));
            to = to.min(enter.max(leave));
        }
        (from < to - 1e-9).then_some((from, to))
    }

    /// True if both cross, not merely touch.
    pub(crate) fn crosses(&self, other: &Segment) -> bool {
        let side = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        side(self.a, self.b, other.a) * side(self.a, self.b, other.b) < -1e-6
            && side(other.a, other.b, self.a) * side(other.a, other.b, self.b) < -1e-6
    }

    /// How far it runs on top of another, within 1 unit; only for level and upright ones.
    pub(crate) fn shared(&self, other: &Segment) -> f64 {
        let span = |a: f64, b: f64, c: f64, d: f64| a.max(b).min(c.max(d)) - a.min(b).max(c.min(d));
        let level = |s: &Segment| (s.a.y - s.b.y).abs() < 0.01;
        let upright = |s: &Segment| (s.a.x - s.b.x).abs() < 0.01;
        if level(self) && level(other) && (self.a.y - other.a.y).abs() < 1.0 {
            span(self.a.x, self.b.x, other.a.x, other.b.x)
        } else if upright(self) && upright(other) && (self.a.x - other.a.x).abs() < 1.0 {
            span(self.a.y, self.b.y, other.a.y, other.b.y)
        } else {
            0.0
        }
    }
}

/// Segments by the cells of a grid.
pub(super) struct Index<'s> {
    segments: &'s [Segment],
    cells: Vec<Vec<usize>>,
    columns: usize,
    rows: usize,
    cell: (f64, f64),
    origin: Point,
}

impl<'s> Index<'s> {
    /// A grid of about as many cells as there are segments.
    pub(super) fn new(segments: &'s [Segment]) -> Index<'s> {
        let (mut low, mut high) = (Point { x: f64::MAX, y: f64::MAX }, Point { x: f64::MIN, y: f64::MIN });
        for segment in segments {
            let r = segment.bounds();
            low = Point { x: low.x.min(r.x), y: low.y.min(r.y) };
            high = Point { x: high.x.max(r.right()), y: high.y.max(r.bottom()) };
        }
        let side = (segments.len() as f64).sqrt().ceil().clamp(1.0, 200.0);
        let cell = (((high.x - low.x) / side).max(1.0), ((high.y - low.y) / side).max(1.0));
        let columns = side as usize;
        let mut index = Index {
            segments,
            cells: vec![Vec::new(); columns * columns],
            columns,
            rows: columns,
            cell,
            origin: low,
        };
        for (at, segment) in segments.iter().enumerate() {
            let (left, top, right, bottom) = index.range(&segment.bounds());
            for row in top..=bottom {
                for column in left..=right {
                    if let Some(list) = index.cells.get_mut(row * columns + column) {
                        list.push(at);
                    }
                }
            }
        }
        index
    }

    /// First and last column and row that a rectangle touches, with a rim of a unit.
    fn range(&self, rect: &Rect) -> (usize, usize, usize, usize) {
        let place =
            |v: f64, cell: f64, count: usize| ((v / cell).floor().max(0.0) as usize).min(count.max(1) - 1);
        (
            place(rect.x - 1.0 - self.origin.x, self.cell.0, self.columns),
            place(rect.y - 1.0 - self.origin.y, self.cell.1, self.rows),
            place(rect.right() + 1.0 - self.origin.x, self.cell.0, self.columns),
            place(rect.bottom() + 1.0 - self.origin.y, self.cell.1, self.rows),
        )
    }

    /// The edges with a segment in `rect`, shrunk by the tolerance.
    pub(super) fn hits(&self, rect: &Rect) -> Vec<usize> {
        let inner = rect.grown(-TOLERANCE);
        let (left, top, right, bottom) = self.range(rect);
        let mut found = Vec::new();
        for row in top..=bottom {
            for column in left..=right {
                for &at in self.cells.get(row * self.columns + column).into_iter().flatten() {
                    if let Some(segment) = self.segments.get(at)
                        && segment.within(&inner).is_some()
                    {
                        found.push(segment.edge);
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Calls `f` once for each pair of segments that come near each other.
    pub(super) fn pairs(&self, mut f: impl FnMut(&Segment, &Segment)) {
        for (cell, list) in self.cells.iter().enumerate() {
            let here = (cell % self.columns, cell / self.columns);
            for (at, &i) in list.iter().enumerate() {
                for &j in list.iter().skip(at + 1) {
                    let (Some(a), Some(b)) = (self.segments.get(i), self.segments.get(j)) else { continue };
                    let (ra, rb) = (self.range(&a.bounds()), self.range(&b.bounds()));
                    // Both may share several cells: the pair is met in the first.
                    if a.edge != b.edge && (ra.0.max(rb.0), ra.1.max(rb.1)) == here {
                        f(a, b);
                    }
                }
            }
        }
    }
}

/// The stretches of a line that have a length.
pub(crate) fn stretches(points: &[Point], edge: usize) -> impl Iterator<Item = Segment> {
    points.windows(2).filter_map(move |pair| match pair {
        [a, b] if (a.x - b.x).hypot(a.y - b.y) > 1e-6 => Some(Segment { a: *a, b: *b, edge }),
        _ => None,
    })
}

/// How often a line passes a frame from in to out or back. Running along it does not count.
pub(super) fn passes(points: &[Point], frame: &Rect) -> usize {
    let depth =
        |p: Point| (p.x - frame.x).min(frame.right() - p.x).min(p.y - frame.y).min(frame.bottom() - p.y);
    let mut side = 0;
    let mut count = 0;
    let mut look = |p: Point| {
        let d = depth(p);
        let now = if d > 1.5 {
            1
        } else if d < -1.5 {
            -1
        } else {
            0
        };
        if now != 0 {
            if side != 0 && now != side {
                count += 1;
            }
            side = now;
        }
    };
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let segment = Segment { a: *a, b: *b, edge: 0 };
        look(*a);
        if let Some((from, to)) = segment.within(frame) {
            look(segment.at((from + to) / 2.0));
        }
        look(*b);
    }
    count
}
