//! The attack tree of an attacker: what it wants at the top, under that the ways to it, and under
//! each way its steps, the last first, down to where the attacker stands.
//!
//! Ways that begin alike share the boxes of their beginning. A box leads down to one box only,
//! so that from each way's own box exactly that way can be read, whatever is shared.

mod grow;

use grow::{Bond, Item, Knot, knots, ways};

use super::{Called, Figure, Place, Site, not_drawn};
use crate::analysis::paths::{PathState, StepState, Want};
use crate::diagnostic::{Diagnostic, counted};
use crate::layout::route::{Field, LabelPlace};
use crate::layout::text::Font;
use crate::layout::{
    Direction, Edge, Graph, LayoutError, Measure, Node, Options, Placed, Point, Rect, Route, Size, flat,
    metric,
};
use crate::model::{ElementId, Target};
use crate::scene::figure::{Dash, Glyph, Group, Head, Page, Panel, Stretch, line, row, severities};
use crate::scene::marks::level;
use crate::scene::palette::Role;
use crate::scene::{Anchor, Icon, Level, Scene, Shape, Sign};

/// The most trees of a model.
const TREES: usize = 16;
/// The most threats that a step names.
const NAMED: usize = 2;

const TITLE: Font = Font::semi_bold(13.0);
const STEP: Font = Font::semi_bold(12.0);
const SMALL: Font = Font::regular(11.0);
const GATE: Font = Font::semi_bold(10.5);
const MARK: Font = Font::semi_bold(11.0);
/// Widest words of a box.
const ROOM: f64 = 188.0;
const PAD: f64 = 12.0;
const LINE: f64 = 16.0;
/// The strip at the foot of a box that says how what is under it counts.
const STRIP: f64 = 20.0;
const GAPS: flat::Gaps = flat::Gaps { beside: 26.0, between: 36.0 };

/// Draws the trees of all attackers to which any way leads.
pub(super) fn trees(site: &Site<'_>, failed: &mut Vec<Diagnostic>) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let mut further = 0;
    for (attacker, wants) in site.model.attackers.iter().zip(&site.analysis.paths.attacks) {
        if wants.iter().all(|w| w.ways.is_empty()) {
            continue;
        }
        if out.len() >= TREES {
            further += 1;
            continue;
        }
        let name = format!("tree-{}", attacker.name);
        let title = format!("Attack tree: {}", attacker.label);
        let (knots, drawn) = knots(wants);
        let all: usize = wants.iter().map(|w| w.ways.len()).sum();
        let open = ways(wants).filter(|(_, _, w)| w.state == PathState::Open).count();
        let mut lines = vec![format!(
            "{} from {}, {}",
            counted(all, "way"),
            site.names(&attacker.from),
            match open {
                0 => "held by controls in force".to_owned(),
                1 if all == 1 => "open".to_owned(),
                n if n == all => "all open".to_owned(),
                n => format!("{n} of them open"),
            }
        )];
        let among = |want: &Want| attacker.wants.get(want.index).map(|t| site.target(&t.target));
        let list = |wants: Vec<&Want>| wants.into_iter().filter_map(among).collect::<Vec<_>>().join(", ");
        let none: Vec<&Want> =
            wants.iter().filter(|w| w.ways.is_empty() && w.here.is_empty() && !w.skipped).collect();
        if !none.is_empty() {
            lines.push(format!("no way is drawn to {}", list(none)));
        }
        let more: Vec<&Want> = wants.iter().filter(|w| w.more).collect();
        if !more.is_empty() {
            lines.push(format!("more ways than these lead to {}", list(more)));
        }
        let head = Head {
            id: name.clone(),
            title: title.clone(),
            lines,
            description: format!(
                "What {} wants, and under it {}: each step by step, the last first.",
                attacker.label,
                counted(drawn, "way")
            ),
            marking: site.model.info.marking.clone(),
        };
        let goals: Vec<String> = wants.iter().map(|w| among(w).unwrap_or_default()).collect();
        let tree = Tree { site, knots: &knots, goals: &goals, wants, attacker: &attacker.label };
        let (scene, measure) = match tree.draw(&head) {
            Ok(drawn) => drawn,
            Err(e) => {
                failed.push(not_drawn(&name, &e));
                continue;
            }
        };
        let about = "What the attacker wants stands at the top, the ways to it under that, and under each way its \
                     steps, down to where the attacker starts. A line is broken where a control in force stops \
                     the attacker under it."
            .to_owned();
        out.push(site.figure(Called { name, title, about, place: Place::Attackers }, scene, &measure));
    }
    if let (Some(last), true) = (out.last_mut(), further > 0) {
        last.about.push_str(&format!(
            " {} have no tree; their ways are told in words.",
            counted(further, "further attacker")
        ));
    }
    out
}

/// The words of a box.
#[derive(Default)]
struct Face {
    lines: Vec<FaceLine>,
    /// What the strip at its foot says.
    strip: Option<&'static str>,
    size: Size,
    title: String,
}

struct FaceLine {
    words: String,
    font: Font,
    role: Role,
    sign: Option<Level>,
    /// Whether it stands behind a sign or under what does.
    behind: bool,
    /// The number of a crossing, in front.
    number: Option<String>,
    /// Room above.
    above: f64,
}

struct Tree<'a> {
    site: &'a Site<'a>,
    knots: &'a [Knot],
    goals: &'a [String],
    wants: &'a [Want],
    attacker: &'a str,
}

impl Tree<'_> {
    fn draw(&self, head: &Head) -> Result<(Scene, Measure), LayoutError> {
        let mut faces: Vec<Face> = self.knots.iter().map(|k| self.face(k)).collect();
        let arrows: Vec<(usize, usize)> =
            self.knots.iter().enumerate().flat_map(|(i, k)| k.under.iter().map(move |u| (i, *u))).collect();
        let graph = self.graph(&faces, &arrows);
        let (mut placed, measure) = placed(&graph, &faces, &arrows)?;
        self.number(&mut faces, &placed);
        let mut page = Page::new(self.site.ruler, head, placed.width);
        let (left, top) = (page.left(placed.width), page.y);
        placed.shift(left, top);
        for ((_, to), route) in arrows.iter().zip(&placed.edges) {
            page.add(self.arrow(*to, route));
        }
        for ((knot, face), rect) in self.knots.iter().zip(&faces).zip(&placed.nodes) {
            page.add(self.group(knot, face, *rect));
        }
        page.y = top + placed.height;
        let signs: Vec<Level> = faces.iter().flat_map(|f| &f.lines).filter_map(|l| l.sign).collect();
        let mut legend: Vec<_> =
            severities("Threat on a step", |l| signs.contains(&l) && l != Level::Calm).into_iter().collect();
        let mut more: Vec<(Option<Level>, &str)> = vec![(None, "From the bottom up: the attacker's way")];
        if self.knots.iter().any(|k| k.held) {
            more.push((Some(Level::Calm), "Held by a control in force; broken lines: not open"));
        }
        if faces.iter().flat_map(|f| &f.lines).any(|l| l.number.is_some()) {
            more.push((None, "Number: where it crosses a boundary"));
        }
        legend.push(row("Reading", more));
        Ok((page.finish(legend), measure))
    }

    /// Numbers the ways from left to right.
    fn number(&self, faces: &mut [Face], placed: &Placed) {
        let mut ways: Vec<(f64, usize)> = Vec::new();
        for (i, (knot, rect)) in self.knots.iter().zip(&placed.nodes).enumerate() {
            if matches!(knot.item, Item::Way(..)) {
                ways.push((rect.x, i));
            }
        }
        ways.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (n, (_, i)) in ways.into_iter().enumerate() {
            if let Some(line) = faces.get_mut(i).and_then(|f| f.lines.first_mut()) {
                line.words = numbered(n);
            }
        }
    }

    fn graph(&self, faces: &[Face], arrows: &[(usize, usize)]) -> Graph {
        let nodes = self.knots.iter().zip(faces).enumerate().map(|(i, (_, face))| Node {
            id: if face.title.is_empty() { format!("box {i}") } else { face.title.clone() },
            width: face.size.width,
            height: face.size.height,
            parent: None,
        });
        let name = |i: &usize| faces.get(*i).map_or("", |f| f.title.as_str());
        let edges = arrows.iter().map(|(from, to)| Edge {
            id: format!("{} to {}", name(to), name(from)),
            source: *from,
            target: *to,
            label: None,
            label_down: None,
        });
        let options = Options { direction: Direction::Down, ..Options::default() };
        Graph {
            nodes: nodes.collect(),
            clusters: Vec::new(),
            edges: edges.collect(),
            options,
            ..Graph::default()
        }
    }

    fn face(&self, knot: &Knot) -> Face {
        let site = self.site;
        let mut face = Face::default();
        match &knot.item {
            Item::Goal(want) => {
                let goal = self.goals.get(*want).map_or("", String::as_str);
                let data = self.wants.get(*want).is_some_and(|w| w.ways.iter().any(|w| w.data.is_some()));
                let goal = format!("{} {goal}", if data { "Obtain" } else { "Reach" });
                face.wrap(site, &goal, TITLE, Role::Text, 3);
                let several = knot.under.len() > 1;
                face.strip = Some(if several { "or: any one of these" } else { "by this way" });
                face.title = goal;
            }
            Item::Way(want, way, twins) => {
                let Some(path) = self.wants.get(*want).and_then(|w| w.ways.get(*way)) else { return face };
                face.wrap(site, &numbered(0), TITLE, Role::Text, 1);
                let state = format!("{}, ease {}", path.state, path.told_ease());
                face.wrap(site, &state, SMALL, Role::Muted, 1);
                if path.data.is_some() {
                    let read = match path.reader {
                        Some(reader) => format!("read at {}", site.name(reader)),
                        None => format!("got at {}", site.name(path.goal)),
                    };
                    face.wrap(site, &read, SMALL, Role::Muted, 2);
                }
                if *twins > 0 {
                    let alike = format!("and {twins} more by other flows between the same");
                    face.wrap(site, &alike, SMALL, Role::Muted, 2);
                }
                face.strip = Some("and: all of these, from below");
                face.title = format!("A way: {state}");
            }
            Item::More(_, count) => {
                face.wrap(site, &format!("and {count} more"), SMALL, Role::Muted, 1);
                face.title = format!("{} not drawn", counted(*count, "further way"));
            }
            Item::Step(bond) => self.step(bond, &mut face),
            Item::Use(bonds) => {
                face.wrap(site, "ordinary use", SMALL, Role::Muted, 1);
                let mut stops: Vec<ElementId> = bonds.iter().map(|b| b.from).collect();
                stops.extend(bonds.last().map(|b| b.to));
                let names: Vec<&str> = stops.iter().map(|e| site.name(*e)).collect();
                let way = names.join(" → ");
                face.wrap(site, &way, SMALL, Role::TextSoft, 4);
                face.title = format!("Ordinary use: {way}");
            }
            Item::Start(element) => {
                face.wrap(site, self.attacker, TITLE, Role::Text, 2);
                let at = format!("starts at {}", site.name(*element));
                face.wrap(site, &at, SMALL, Role::Muted, 2);
                face.title = format!("{} {at}", self.attacker);
            }
        }
        face.measure(self.site, matches!(knot.item, Item::Start(_)));
        face
    }

    /// A step: where it leads, and which threats carry it or which controls hold it.
    fn step(&self, bond: &Bond, face: &mut Face) {
        let site = self.site;
        let number =
            site.analysis.crossing(crate::model::FlowId::new(bond.flow)).map(|c| c.number.to_string());
        let way = format!("{} → {}", site.name(bond.from), site.name(bond.to));
        let held = bond.state == StepState::Held;
        let role = if held { Role::Muted } else { Role::Text };
        let first = face.lines.len();
        face.wrap(site, &way, STEP, role, 2);
        if let Some(line) = face.lines.get_mut(first) {
            line.number = number.clone();
        }
        let mut said = Vec::new();
        if held {
            let mut controls: Vec<&str> = Vec::new();
            for id in &bond.stopped {
                let credits = site.analysis.threats.get(id.index()).map_or(&[][..], |t| &t.credited);
                for credit in credits.iter().filter(|c| c.in_force) {
                    let label = site.model.catalog.controls.get(credit.control.index());
                    let label = label.map_or("", |c| c.label.as_str());
                    if !controls.contains(&label) {
                        controls.push(label);
                    }
                }
            }
            let shown = controls.iter().take(3).copied().collect::<Vec<_>>().join(", ");
            let more = controls.len().saturating_sub(3);
            let held = match (shown.is_empty(), more) {
                (true, _) => "held by what is in force".to_owned(),
                (false, 0) => format!("held by {shown}"),
                (false, n) => format!("held by {shown} and {n} more"),
            };
            face.signed(site, &held, Level::Calm);
            said.push(held);
        } else {
            for id in bond.threats.iter().take(NAMED) {
                let Some(threat) = site.analysis.threats.get(id.index()) else { continue };
                let level = level(threat.residual.severity());
                let title = site.teller.title(threat);
                face.signed(site, &title, level);
                said.push(format!("{title}, {}", level.words()));
            }
            let more = bond.threats.len().saturating_sub(NAMED);
            if more > 0 {
                face.wrap(site, &format!("and {more} more"), SMALL, Role::Muted, 1);
                face.indent();
            }
        }
        let crossing = number.map_or_else(String::new, |n| format!("crossing {n}, "));
        face.title = format!("{way}: {crossing}{}", said.join("; "));
    }

    fn group(&self, knot: &Knot, face: &Face, rect: Rect) -> Group {
        let mut group = Group { title: face.title.clone(), ..Group::default() };
        let (corner, fill, outline, width) = match knot.item {
            Item::Goal(_) => (4.0, Some(Role::FillExternal), Some(Role::Outline), 2.0),
            Item::Start(_) => (0.0, Some(Role::FillExternal), Some(Role::Outline), 1.3),
            Item::More(..) => (0.0, None, None, 0.0),
            Item::Way(..) if knot.held => (10.0, Some(Role::FillOwn), Some(Role::SeverityCalm), 1.3),
            Item::Way(..) => (10.0, Some(Role::FillOwn), Some(Role::Outline), 1.3),
            Item::Use(_) => (10.0, Some(Role::FillOwn), Some(Role::Rule), 1.0),
            Item::Step(ref bond) if bond.state == StepState::Held => {
                (10.0, Some(Role::FillOwn), Some(Role::SeverityCalm), 1.3)
            }
            Item::Step(_) => (10.0, Some(Role::FillOwn), Some(Role::Outline), 1.3),
        };
        group.class = match knot.item {
            Item::Goal(_) => "tree-goal",
            Item::Way(..) => "tree-way",
            Item::More(..) => "tree-more",
            Item::Step(_) | Item::Use(_) => "tree-step",
            Item::Start(_) => "tree-start",
        }
        .to_owned();
        if fill.is_some() {
            group.boxes.push(Panel { width, ..Panel::new(rect, corner, fill, outline) });
        }
        if let Some(strip) = face.strip {
            let y = rect.bottom() - STRIP;
            let rule = [Point { x: rect.x, y }, Point { x: rect.right(), y }];
            group.lines.push(Stretch {
                points: rule.to_vec(),
                role: Role::Rule,
                width: 1.0,
                dash: Dash::Solid,
                head_at_start: false,
                head_at_end: false,
            });
            let middle = rect.center().x;
            group.words.push(line(strip, middle, y + 4.0, Anchor::Middle, GATE, Role::TextSoft));
        }
        let start = matches!(knot.item, Item::Start(_));
        let icon = if start { 28.0 } else { 0.0 };
        if start {
            group.icons.push(Glyph {
                icon: Icon::from("venetian-mask"),
                shape: Shape::External,
                at: Point { x: rect.x + PAD, y: rect.center().y - 9.0 },
                size: 18.0,
                role: Role::Outline,
            });
        }
        let mut y = rect.y + PAD - 2.0;
        for part in &face.lines {
            y += part.above;
            let mut x = rect.x + PAD + icon;
            if let Some(number) = &part.number {
                let wide = pill(self.site, number);
                let head = Rect { x, y: y - 1.0, width: wide, height: 16.0 };
                let ground = if part.role == Role::Muted { Role::SeverityCalm } else { Role::Outline };
                group.boxes.push(Panel { width: 0.0, ..Panel::new(head, 8.0, Some(ground), None) });
                let middle = head.center().x;
                group.words.push(line(number, middle, y + 0.5, Anchor::Middle, MARK, Role::Paper));
                x += wide + 6.0;
            }
            if let Some(level) = part.sign {
                group.signs.push(Sign { level, at: Point { x: x + 5.0, y: y + 6.5 } });
            }
            if part.behind {
                x += 16.0;
            }
            group.words.push(line(&part.words, x, y, Anchor::Start, part.font, part.role));
            y += LINE;
        }
        group
    }

    /// A line upwards: heavy where nothing stops the attacker under it.
    fn arrow(&self, to: usize, route: &Route) -> Group {
        let held = self.knots.get(to).is_some_and(|k| k.held);
        let more = self.knots.get(to).is_some_and(|k| matches!(k.item, Item::More(..)));
        let (role, width) = if held || more { (Role::LineLight, 1.4) } else { (Role::LineHeavy, 1.9) };
        Group {
            class: "tree-arrow".into(),
            lines: vec![Stretch {
                points: route.points.clone(),
                role,
                width,
                dash: if held { Dash::Dashed } else { Dash::Solid },
                head_at_start: !more,
                head_at_end: false,
            }],
            ..Group::default()
        }
    }
}

/// What the way of this place is called.
fn numbered(place: usize) -> String {
    format!("Way {}", place + 1)
}

/// Width of the head with a crossing's number.
fn pill(site: &Site<'_>, number: &str) -> f64 {
    (site.ruler.width(number, MARK) + 8.0).max(18.0)
}

impl Face {
    fn wrap(&mut self, site: &Site<'_>, words: &str, font: Font, role: Role, most: usize) {
        for words in site.ruler.wrap(words, font, ROOM, most).lines {
            self.lines.push(FaceLine {
                words,
                font,
                role,
                sign: None,
                behind: false,
                number: None,
                above: 0.0,
            });
        }
    }

    /// Words behind a sign, those of further lines under the first.
    fn signed(&mut self, site: &Site<'_>, words: &str, level: Level) {
        let role = if level == Level::Calm { Role::Muted } else { Role::TextSoft };
        for (i, words) in site.ruler.wrap(words, SMALL, ROOM - 16.0, 3).lines.into_iter().enumerate() {
            let (sign, above) = if i == 0 { (Some(level), 3.0) } else { (None, 0.0) };
            self.lines.push(FaceLine { words, font: SMALL, role, sign, behind: true, number: None, above });
        }
    }

    /// Puts the last line under words behind a sign.
    fn indent(&mut self) {
        if let Some(line) = self.lines.last_mut() {
            line.behind = true;
        }
    }

    fn measure(&mut self, site: &Site<'_>, icon: bool) {
        let wide = self.lines.iter().map(|l| {
            let lead = l.number.as_ref().map_or(0.0, |n| pill(site, n) + 6.0);
            let sign = if l.behind { 16.0 } else { 0.0 };
            lead + sign + site.ruler.width(&l.words, l.font)
        });
        let strip = self.strip.map_or(0.0, |s| site.ruler.width(s, GATE));
        let wide = wide.fold(strip, f64::max) + if icon { 28.0 } else { 0.0 };
        let above: f64 = self.lines.iter().map(|l| l.above).sum();
        let foot = if self.strip.is_some() { STRIP } else { 0.0 };
        let height = self.lines.len() as f64 * LINE + above + 2.0 * PAD - 6.0 + foot;
        self.size = Size { width: (wide + 2.0 * PAD).ceil().max(96.0), height: height.ceil() };
    }
}

/// Places boxes by layers and leads the lines between them.
fn placed(
    graph: &Graph,
    faces: &[Face],
    arrows: &[(usize, usize)],
) -> Result<(Placed, Measure), LayoutError> {
    let sizes: Vec<Size> = faces.iter().map(|f| f.size).collect();
    let nodes = layers(&sizes, arrows)?;
    let mut placed = Placed { nodes, direction: Direction::Down, ..Placed::default() };
    let mut field = Field::new(graph, &placed);
    // Short lines first: they have no choice.
    let mut order: Vec<usize> = (0..arrows.len()).collect();
    let far = |edge: &usize| {
        let ends = arrows.get(*edge).and_then(|(a, b)| Some((placed.nodes.get(*a)?, placed.nodes.get(*b)?)));
        ends.map_or(0.0, |(a, b)| {
            let (a, b) = (a.center(), b.center());
            (a.x - b.x).abs() + (a.y - b.y).abs()
        })
    };
    order.sort_by(|a, b| far(a).total_cmp(&far(b)).then(a.cmp(b)));
    for edge in order {
        let route = field.route(edge, LabelPlace::Find).unwrap_or_else(|| straight(edge, arrows, &placed));
        field.put(edge, route);
    }
    placed.edges = field.into_lines();
    placed.settle();
    let measure = metric::measure(graph, &placed);
    Ok((placed, measure))
}

/// Places boxes in layers: what is wanted in the first, and every way in the second, however few
/// steps it has. A single box at the top or at the foot stands over the middle of what it is joined to.
fn layers(sizes: &[Size], arrows: &[(usize, usize)]) -> Result<Vec<Rect>, LayoutError> {
    let over = |part: usize| arrows.iter().filter(move |(_, to)| *to == part).map(|(from, _)| *from);
    let under = |part: usize| arrows.iter().filter(move |(from, _)| *from == part).map(|(_, to)| *to);
    // Boxes stand behind all that they lead to, so one look from the first on is enough.
    let mut height: Vec<usize> = Vec::new();
    for i in 0..sizes.len() {
        height.push(under(i).filter_map(|u| height.get(u)).max().map_or(0, |h| h + 1));
    }
    let top = height.iter().copied().max().unwrap_or(0);
    let mut all = sizes.to_vec();
    let mut longer: Vec<(usize, usize)> = Vec::new();
    for &(from, to) in arrows {
        let goal = over(from).next().is_none();
        let way = !goal && over(from).all(|o| over(o).next().is_none());
        let missing = if way { top.saturating_sub(height.get(from).map_or(0, |h| h + 1)) } else { 0 };
        let mut at = from;
        for _ in 0..missing.min(flat::MOST.saturating_sub(all.len())) {
            // Room for a line and nothing else.
            all.push(Size { width: 24.0, height: 1.0 });
            longer.push((at, all.len() - 1));
            at = all.len() - 1;
        }
        longer.push((at, to));
    }
    let mut rects = flat::place(&all, &longer, Direction::Down, GAPS)?;
    rects.truncate(sizes.len());
    let middle = |list: Vec<usize>| {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for rect in list.into_iter().filter_map(|i| rects.get(i)) {
            (low, high) = (low.min(rect.center().x), high.max(rect.center().x));
        }
        low.is_finite().then(|| (low + high) / 2.0)
    };
    let goals: Vec<usize> = (0..sizes.len()).filter(|i| over(*i).next().is_none()).collect();
    // What stands right under a goal and leads nowhere is a count.
    let start = |i: &usize| under(*i).next().is_none() && over(*i).any(|o| over(o).next().is_some());
    let starts: Vec<usize> = (0..sizes.len()).filter(start).collect();
    let mut moved: Vec<(usize, f64)> = Vec::new();
    for (single, joined) in [
        (goals.as_slice(), goals.iter().flat_map(|g| under(*g)).collect::<Vec<_>>()),
        (starts.as_slice(), starts.iter().flat_map(|s| over(*s)).collect()),
    ] {
        if let [one] = single {
            moved.extend(middle(joined).map(|x| (*one, x)));
        }
    }
    for (i, x) in moved {
        if let Some(rect) = rects.get_mut(i) {
            rect.x = (x - rect.width / 2.0).round();
        }
    }
    Ok(rects)
}

/// The shortest line, where there is no good way.
fn straight(edge: usize, arrows: &[(usize, usize)], placed: &Placed) -> Route {
    let ends = arrows.get(edge).and_then(|(a, b)| Some((placed.nodes.get(*a)?, placed.nodes.get(*b)?)));
    let points =
        ends.map(|(a, b)| vec![Point { x: a.center().x, y: a.bottom() }, Point { x: b.center().x, y: b.y }]);
    Route { points: points.unwrap_or_default(), label: None }
}

impl Site<'_> {
    /// What a target is called.
    fn target(&self, target: &Target) -> String {
        let model = self.model;
        match target {
            Target::Element(e) => self.name(*e).to_owned(),
            Target::Boundary(b) => model.boundary(*b).map_or_else(String::new, |b| b.label.clone()),
            Target::Data(d) => model.datum(*d).map_or_else(String::new, |d| d.label.clone()),
            _ => String::new(),
        }
    }
}
