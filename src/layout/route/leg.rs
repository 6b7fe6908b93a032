//! One stretch of search: from an element or a label to another.

use super::grid::{Grid, Heading, Pass};
use super::search::{self, Door, Way};
use super::{BEND, CROSSING, Clearance, Field, crosses, meets, ports, span};
use crate::layout::graph::{Point, Rect};

/// By how much coordinates may be off after near ones are made one.
const SLACK: f64 = 1.0;

/// What a leg begins or ends at.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    /// The node, if it is one.
    node: Option<usize>,
    /// Its place.
    pub rect: Rect,
    /// The clusters that hold it, innermost first.
    pub nest: Vec<usize>,
    /// For a label: in which headings a line may run into it, or out of it if it is the start.
    headings: Vec<Heading>,
    /// For a label: where the line goes afterwards.
    then: Option<Rect>,
}

impl Stop {
    pub fn node(node: usize, rect: Rect, nest: Vec<usize>) -> Stop {
        Stop { node: Some(node), rect, nest, headings: Vec::new(), then: None }
    }

    /// A label, with the headings in which lines come in; for the start of a leg those in which
    /// lines come back, as it were.
    pub fn label(rect: Rect, nest: Vec<usize>, headings: &[Heading], then: Option<Rect>) -> Stop {
        Stop { node: None, rect, nest, headings: headings.to_vec(), then }
    }
}

/// The search.
pub(super) struct Leg<'f> {
    pub field: &'f Field<'f>,
    pub edge: usize,
    pub from: Stop,
    pub to: Stop,
    pub clear: Clearance,
    /// What is drawn of the same line.
    pub own: &'f [Point],
    /// The place of the line's label.
    pub plate: Option<Rect>,
}

/// What is in the way.
#[derive(Default)]
struct Ways {
    /// Not to be run through, with the distance to be kept.
    solid: Vec<(Rect, f64)>,
    /// Other lines.
    lines: Vec<(Point, Point)>,
    /// Frames to be passed.
    borders: Vec<(Rect, Pass)>,
    /// Bands of titles: lines pass them upright.
    bands: Vec<Rect>,
    /// The innermost frame around both ends, less the distance from its border.
    bounds: Option<Rect>,
}

impl Leg<'_> {
    /// The cheapest way within `margin` around both ends.
    pub fn solve(&self, margin: f64) -> Option<Way> {
        let ways = self.ways();
        let reach = |stop: &Stop, own: f64| if stop.node.is_some() { own } else { self.clear.label };
        let leaving = self.doors(&self.from, true, &self.to.rect, reach(&self.from, self.clear.node));
        let coming = self.doors(&self.to, false, &self.from.rect, reach(&self.to, self.clear.head));
        let straight = self.straight(&ways, &leaving, &coming);
        if let Some((way, 0)) = straight {
            return Some(way);
        }
        let usable = |door: &Door| self.passable(&ways, door.at, door.foot()).is_some();
        let from: Vec<Door> = leaving.into_iter().filter(usable).collect();
        // The places in the list of all must be told from those in the list of the usable.
        let to: Vec<(usize, Door)> =
            coming.into_iter().enumerate().filter(|(_, door)| usable(door)).collect();
        let list: Vec<Door> = to.iter().map(|(_, door)| *door).collect();
        let mut found =
            self.grid(&ways, &from, &list, margin).and_then(|grid| search::find(&grid, &from, &list));
        if let Some(way) = &mut found
            && let Some((index, _)) = to.get(way.to)
        {
            way.to = *index;
        }
        match (found, straight) {
            (Some(way), Some((other, _))) => Some(if other.cost <= way.cost { other } else { way }),
            (way, straight) => way.or(straight.map(|s| s.0)),
        }
    }

    fn doors(&self, stop: &Stop, leaves: bool, aim: &Rect, reach: f64) -> Vec<Door> {
        if let Some(node) = stop.node {
            return ports::doors(self.field, self.edge, node, leaves, aim, reach, self.clear.line);
        }
        let middle = stop.rect.center();
        let door = |heading: &Heading| {
            let out = heading.back();
            let at = match out {
                Heading::East => Point { x: stop.rect.right(), y: middle.y },
                Heading::West => Point { x: stop.rect.x, y: middle.y },
                Heading::South => Point { x: middle.x, y: stop.rect.bottom() },
                Heading::North => Point { x: middle.x, y: stop.rect.y },
            };
            let through = if out.level() { stop.rect.width } else { stop.rect.height };
            let far = heading.step(at, through);
            let on = stop.then.map_or(0.0, |then| ahead(far, *heading, &then));
            Door { at, out, reach, toll: on }
        };
        stop.headings.iter().map(door).collect()
    }

    /// Everything that is in the way, wherever it is.
    fn ways(&self) -> Ways {
        let field = self.field;
        let mut ways = Ways::default();
        for (index, cluster) in field.clusters.iter().enumerate() {
            let frame = cluster.rect;
            let held = (self.from.nest.contains(&index), self.to.nest.contains(&index));
            if held == (false, false) {
                ways.solid.push((frame, self.clear.frame));
                continue;
            }
            let mut band = frame.y;
            for title in Field::titles(cluster) {
                ways.solid.push((title, self.clear.title));
                band = band.max(title.bottom());
            }
            if band > frame.y {
                ways.bands.push(Rect { height: band - frame.y, ..frame });
            }
            match held {
                (true, false) => ways.borders.push((frame, Pass::Out)),
                (false, true) => ways.borders.push((frame, Pass::In)),
                _ => {
                    let inner = frame.grown(-self.clear.frame);
                    ways.bounds = Some(match ways.bounds {
                        Some(now) if now.width <= inner.width && now.height <= inner.height => now,
                        _ => inner,
                    });
                }
            }
        }
        for (index, node) in field.nodes.iter().enumerate() {
            if Some(index) != self.from.node && Some(index) != self.to.node {
                ways.solid.push((*node, self.clear.node));
            }
        }
        ways.solid.extend(field.labels(self.edge).map(|label| (label, self.clear.label)));
        ways.lines.extend(field.stretches(self.edge));
        ways.lines.extend(self.own.windows(2).filter_map(|pair| match pair {
            [a, b] => Some((*a, *b)),
            _ => None,
        }));
        ways
    }

    /// How many lines a stretch crosses; none if it may not be drawn.
    fn passable(&self, ways: &Ways, a: Point, b: Point) -> Option<usize> {
        let stretch = span(a, b);
        if ways.bounds.is_some_and(|bounds| !bounds.holds(&stretch, 0.5)) {
            // Up to the element itself a line may come, if it stands nearer the border than that.
            let ends = [&self.from.rect, &self.to.rect];
            let inner = |bounds: &Rect| ends.iter().all(|r| bounds.holds(r, 0.5));
            if ways.bounds.as_ref().is_some_and(inner) {
                return None;
            }
        }
        let hit = |(rect, gap): &(Rect, f64)| meets(&rect.grown(gap - SLACK), a, b);
        if ways.solid.iter().any(hit) {
            return None;
        }
        let level = stretch.width >= stretch.height;
        let along = |c: Point, d: Point| {
            let other = span(c, d);
            let gap = self.clear.line - SLACK;
            (other.width >= other.height) == level && meets(&other.grown(gap), a, b)
        };
        if ways.lines.iter().any(|(c, d)| along(*c, *d)) {
            return None;
        }
        let gap = self.clear.frame - SLACK;
        for (frame, _) in &ways.borders {
            let sides = if level { [frame.y, frame.bottom()] } else { [frame.x, frame.right()] };
            let at = if level { a.y } else { a.x };
            let beside = if level {
                stretch.x < frame.right() && stretch.right() > frame.x
            } else {
                stretch.y < frame.bottom() && stretch.bottom() > frame.y
            };
            if beside && sides.iter().any(|side| (side - at).abs() < gap) {
                return None;
            }
        }
        if level && ways.bands.iter().any(|band| meets(band, a, b)) {
            return None;
        }
        Some(ways.lines.iter().filter(|(c, d)| crosses(a, b, *c, *d)).count())
    }

    /// A way without a turn, with the number of lines that it crosses.
    fn straight(&self, ways: &Ways, leaving: &[Door], coming: &[Door]) -> Option<(Way, usize)> {
        let mut best: Option<(Way, usize)> = None;
        for from in leaving {
            for (index, to) in coming.iter().enumerate() {
                if from.out != to.out.back() {
                    continue;
                }
                let (across, along) = match from.out {
                    Heading::East => (from.at.y - to.at.y, to.at.x - from.at.x),
                    Heading::West => (from.at.y - to.at.y, from.at.x - to.at.x),
                    Heading::South => (from.at.x - to.at.x, to.at.y - from.at.y),
                    Heading::North => (from.at.x - to.at.x, from.at.y - to.at.y),
                };
                if across.abs() > 1e-6 || along < 2.0 {
                    continue;
                }
                let cost = along + from.toll + to.toll;
                if best.as_ref().is_some_and(|(way, _)| way.cost <= cost) {
                    continue;
                }
                let Some(crossed) = self.passable(ways, from.at, to.at) else { continue };
                let cost = cost + crossed as f64 * CROSSING;
                if best.as_ref().is_none_or(|(way, _)| cost < way.cost) {
                    best = Some((Way { cost, points: vec![from.at, to.at], to: index }, crossed));
                }
            }
        }
        best
    }

    /// The grid with all that is in the way near both ends.
    fn grid(&self, ways: &Ways, from: &[Door], to: &[Door], margin: f64) -> Option<Grid> {
        let mut area = self.area(margin);
        if let Some(bounds) = ways.bounds {
            area = common(&area, &bounds);
        }
        let near = |rect: &Rect, gap: f64| area.overlaps(&rect.grown(gap + SLACK), 0.0);
        let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        let (mut fixed_x, mut fixed_y): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        for door in from.iter().chain(to) {
            fixed_x.push(door.foot().x);
            fixed_y.push(door.foot().y);
        }
        fixed_x.sort_by(f64::total_cmp);
        fixed_x.dedup();
        fixed_y.sort_by(f64::total_cmp);
        fixed_y.dedup();
        let mut around = |rect: &Rect, gap: f64| {
            xs.extend([rect.x - gap, rect.right() + gap]);
            ys.extend([rect.y - gap, rect.bottom() + gap]);
        };
        let solid: Vec<&(Rect, f64)> = ways.solid.iter().filter(|(r, gap)| near(r, *gap)).collect();
        let lines: Vec<&(Point, Point)> =
            ways.lines.iter().filter(|(a, b)| near(&span(*a, *b), self.clear.line)).collect();
        for (rect, gap) in &solid {
            around(rect, *gap);
        }
        for (rect, gap) in self.ends() {
            around(&rect, gap);
        }
        for (frame, _) in &ways.borders {
            around(frame, self.clear.frame);
            around(frame, -self.clear.frame);
        }
        if let Some(bounds) = ways.bounds {
            around(&bounds, 0.0);
        }
        for (a, b) in lines.iter().copied() {
            let s = span(*a, *b);
            if s.width < s.height {
                xs.extend([s.x - self.clear.line, s.x + self.clear.line]);
            } else {
                ys.extend([s.y - self.clear.line, s.y + self.clear.line]);
            }
        }
        let mut grid = Grid::new((&fixed_x, &fixed_y), (&xs, &ys), &area)?;
        for (rect, gap) in solid {
            grid.block(&rect.grown(gap - SLACK));
        }
        for (rect, gap) in self.ends() {
            grid.block(&rect.grown(gap - SLACK));
        }
        for band in &ways.bands {
            grid.bar_levels(band);
        }
        for (a, b) in lines {
            grid.line(*a, *b, self.clear.line - SLACK);
        }
        for (frame, pass) in &ways.borders {
            grid.border(frame, self.clear.frame - SLACK, *pass);
        }
        Some(grid)
    }

    /// The boxes at both ends and the line's label, with the distance to be kept from them.
    fn ends(&self) -> Vec<(Rect, f64)> {
        let gap = |stop: &Stop, own: f64| if stop.node.is_some() { own } else { self.clear.label };
        let mut out = vec![
            (self.from.rect, gap(&self.from, self.clear.node)),
            (self.to.rect, gap(&self.to, self.clear.head)),
        ];
        if let Some(plate) = self.plate {
            out.push((plate, self.clear.label));
        }
        out
    }

    fn area(&self, margin: f64) -> Rect {
        let (a, b) = (self.from.rect, self.to.rect);
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        let both = Rect { x, y, width: a.right().max(b.right()) - x, height: a.bottom().max(b.bottom()) - y };
        both.grown(margin.min(1e6))
    }
}

/// What both share.
fn common(a: &Rect, b: &Rect) -> Rect {
    let (x, y) = (a.x.max(b.x), a.y.max(b.y));
    let (right, bottom) = (a.right().min(b.right()), a.bottom().min(b.bottom()));
    Rect { x, y, width: (right - x).max(0.0), height: (bottom - y).max(0.0) }
}

/// What it costs at least to go on from a point to a box.
fn ahead(from: Point, heading: Heading, to: &Rect) -> f64 {
    let dx = (to.x - from.x).max(from.x - to.right()).max(0.0);
    let dy = (to.y - from.y).max(from.y - to.bottom()).max(0.0);
    let middle = to.center();
    let towards = match heading {
        Heading::East => middle.x > from.x,
        Heading::West => middle.x < from.x,
        Heading::South => middle.y > from.y,
        Heading::North => middle.y < from.y,
    };
    let off = if heading.level() { dy } else { dx };
    let turns = match (towards, off > 0.0) {
        (true, false) => 0.0,
        (true, true) => 1.0,
        (false, _) => 2.0,
    };
    dx + dy + turns * BEND
}
