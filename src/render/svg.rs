//! A scene as an SVG file that wikis accept, browsers show by day and by night, and readers of
//! screens can name.
//!
//! The profile: no script, no `foreignObject`, no embedded font, no foreign namespace, no link.
//! Colors stand as plain attributes (what rasterizers and wikis draw); one style sheet changes
//! them for readers who prefer dark, where the theme follows them. What lines and corners look like
//! is the theme's too; where things stand is the scene's alone.

use std::fmt::Write;

use crate::layout::text::{Weight, plain};
use crate::layout::{Point, Rect};
use crate::render::icons::{self, Outline, Outlines};
use crate::scene::palette::Role;
use crate::scene::{
    Anchor, Boundary, Crossing, Element, Flow, Level, Scene, Shape, Sign, Sort, Stroke, Trust, Words,
};
use crate::theme::{Band, Theme};

/// How wide the band along the inside of a frame is.
const BAND: f64 = 5.0;

/// Draws a scene in the default theme. The same scene gives the same bytes.
pub fn svg(scene: &Scene) -> String {
    themed(scene, Theme::standard())
}

/// Draws a scene in a theme. The same scene and theme give the same bytes.
pub fn themed(scene: &Scene, theme: &Theme) -> String {
    linked(scene, theme, &|_| None)
}

/// The same for a page on which boxes lead to other pictures: `link` gives for the id of one where
/// it leads to. A file has no links: wikis refuse pictures that have.
pub fn linked(scene: &Scene, theme: &Theme, link: &dyn Fn(&str) -> Option<String>) -> String {
    let mut x = Xml { out: String::new(), theme };
    let (title, desc) = (format!("{}-title", scene.id), format!("{}-desc", scene.id));
    let size = (number(scene.width), number(scene.height));
    let mut root = vec![
        ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
        ("id", scene.id.clone()),
        ("class", "trustline".to_owned()),
        ("viewBox", format!("0 0 {} {}", size.0, size.1)),
        ("width", size.0.clone()),
        ("height", size.1.clone()),
        ("role", "img".to_owned()),
    ];
    let label = if scene.description.is_empty() { title.clone() } else { format!("{title} {desc}") };
    root.push(("aria-labelledby", label));
    root.push(("font-family", theme.picture_fonts()));
    // Without it, some browsers round the width of every letter to whole pixels of the screen, and a
    // label that fits at one size does not at another.
    root.push(("text-rendering", "geometricPrecision".to_owned()));
    x.open("svg", &root);
    x.text("title", &[("id", title)], &scene.title);
    if !scene.description.is_empty() {
        x.text("desc", &[("id", desc)], &scene.description);
    }
    if let Some(night) = theme.night() {
        x.raw("style", &night);
    }
    bands(&mut x, scene);
    let ground = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
    x.rect(&ground, 0.0, Some(Role::Paper), None, &[]);
    for part in &scene.boundaries {
        boundary(&mut x, part, &scene.id);
    }
    for part in &scene.flows {
        flow(&mut x, part);
    }
    super::figure::groups(&mut x, &scene.groups, true);
    for part in &scene.labels {
        x.open("g", &of_flows("label", &part.id, &part.ids));
        if let Some(plate) = &part.plate {
            let opacity = [("fill-opacity", number(theme.shapes.plate_opacity))];
            x.rect(plate, theme.shapes.plate_corner, Some(Role::Paper), None, &opacity);
        }
        part.words.iter().for_each(|w| words(&mut x, w));
        x.close("g");
    }
    let mut outlines = Outlines::default();
    for part in &scene.elements {
        let leads = link(&part.id).filter(|_| part.sort != Sort::Element);
        if let Some(to) = &leads {
            x.open("a", &[("href", to.clone()), ("aria-label", format!("{}: its diagram", part.title))]);
        }
        element(&mut x, part, &mut outlines, &scene.id);
        if leads.is_some() {
            x.close("a");
        }
    }
    for part in &scene.crossings {
        crossing(&mut x, part);
    }
    super::figure::groups(&mut x, &scene.groups, false);
    scene.signs.iter().for_each(|s| sign(&mut x, s));
    scene.words.iter().for_each(|w| words(&mut x, w));
    x.close("svg");
    x.out
}

/// The pattern of the band of a trust, in a file whose ids begin with `id`.
fn band_id(id: &str, trust: Trust) -> String {
    format!("{id}-band-{}", trust.role().name())
}

/// Defines the patterns of the bands that the picture uses.
fn bands(x: &mut Xml, scene: &Scene) {
    let folded = scene.elements.iter().filter_map(|e| match e.sort {
        Sort::Folded { trust, .. } => Some(trust),
        _ => None,
    });
    let mut trusts: Vec<Trust> = scene.boundaries.iter().map(|b| b.trust).chain(folded).collect();
    trusts.sort_unstable();
    trusts.dedup();
    trusts.retain(|t| !matches!(x.theme.frame(*t).band, Band::None | Band::Solid));
    if trusts.is_empty() {
        return;
    }
    x.open("defs", &[]);
    for trust in trusts {
        let (side, marks) = match x.theme.frame(trust).band {
            Band::None | Band::Solid => continue,
            Band::Dots => ("5", "M2.5 2.5h.01"),
            Band::Diagonal => ("6", "M-1 1l2-2M0 6l6-6M5 7l2-2"),
            Band::Crossed => ("6", "M-1 1l2-2M0 6l6-6M5 7l2-2M-1 5l2 2M0 0l6 6M5-1l2 2"),
        };
        let width = if x.theme.frame(trust).band == Band::Dots { "1.8" } else { "0.9" };
        let pattern = [
            ("id", band_id(&scene.id, trust)),
            ("width", side.to_owned()),
            ("height", side.to_owned()),
            ("patternUnits", "userSpaceOnUse".to_owned()),
        ];
        x.open("pattern", &pattern);
        let line = [("stroke-width", width.to_owned()), ("stroke-linecap", "round".to_owned())];
        x.path(marks, None, Some(trust.role()), &line);
        x.close("pattern");
    }
    x.close("defs");
}

/// The frame of a boundary and what it holds: its ground, its dashes, the band along its inside.
fn frame(x: &mut Xml, rect: &Rect, trust: Trust, id: &str) {
    let theme = x.theme;
    let frame = theme.frame(trust);
    let dash: Vec<String> = frame.dash.iter().map(|n| number(*n)).collect();
    let line = [("stroke-width", number(frame.line)), ("stroke-dasharray", dash.join(" "))];
    let corner = theme.shapes.frame_corner;
    x.rect(rect, corner, Some(trust.tint()), Some(trust.role()), &line);
    let inset = (frame.line + BAND) / 2.0;
    let (inside, corner) = (rect.grown(-inset), (corner - inset).max(0.0));
    let width = ("stroke-width", number(BAND));
    match frame.band {
        Band::None => {}
        Band::Solid => x.rect(&inside, corner, None, Some(trust.role()), &[width]),
        _ => {
            let stroke = ("stroke", format!("url(#{})", band_id(id, trust)));
            x.rect(&inside, corner, None, None, &[stroke, width]);
        }
    }
}

fn boundary(x: &mut Xml, part: &Boundary, id: &str) {
    x.open("g", &[("class", "boundary".into()), ("data-id", part.id.clone())]);
    x.text("title", &[], &part.title);
    frame(x, &part.rect, part.trust, id);
    words(x, &part.name);
    part.note.iter().for_each(|w| words(x, w));
    x.close("g");
}

/// A folded boundary: its frame, closed.
fn folded(x: &mut Xml, part: &Element, trust: Trust, elements: usize, id: &str) {
    let attributes = [
        ("class", "boundary folded".to_owned()),
        ("data-id", part.id.clone()),
        ("data-elements", elements.to_string()),
    ];
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    frame(x, &part.rect, trust, id);
    part.words.iter().for_each(|w| words(x, w));
    part.sign.iter().for_each(|s| sign(x, s));
    x.close("g");
}

/// Something beyond the picture: only its name in a thin box.
fn stub(x: &mut Xml, part: &Element) {
    let mut attributes = vec![("class", "element stub".to_owned()), ("data-id", part.id.clone())];
    if !part.kind.is_empty() {
        attributes.push(("data-kind", part.kind.clone()));
    }
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let radius = if part.shape == Shape::Process { 6.0 } else { 0.0 };
    let thin = [("stroke-width", "1".to_owned())];
    x.rect(&part.rect, radius, Some(Role::Paper), Some(Role::Rule), &thin);
    part.words.iter().for_each(|w| words(x, w));
    x.close("g");
}

/// Attributes of what is drawn of a line: the flow that it is named by, and all if it is several.
fn of_flows(class: &str, id: &str, ids: &[String]) -> Vec<(&'static str, String)> {
    let mut out = vec![("class", class.to_owned()), ("data-id", id.to_owned())];
    if ids.len() > 1 {
        out.push(("data-ids", ids.join(" ")));
    }
    out
}

fn element(x: &mut Xml, part: &Element, outlines: &mut Outlines, id: &str) {
    match part.sort {
        Sort::Folded { trust, elements } => return folded(x, part, trust, elements, id),
        Sort::Stub => return stub(x, part),
        Sort::Element => {}
    }
    let mut attributes =
        vec![("class", "element".to_owned()), ("data-id", part.id.clone()), ("data-kind", part.kind.clone())];
    if part.pale {
        attributes.push(("data-scope", "out".to_owned()));
    }
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let r = &part.rect;
    let line = if part.pale { Role::Rule } else { Role::Outline };
    let shapes = &x.theme.shapes;
    let thin = [("stroke-width", number(shapes.element_line))];
    match part.shape {
        Shape::External => x.rect(r, shapes.external_corner, Some(Role::FillExternal), Some(line), &thin),
        Shape::Process => x.rect(r, shapes.process_corner, Some(Role::FillOwn), Some(line), &thin),
        Shape::Store => {
            x.rect(r, 0.0, Some(Role::FillOwn), None, &[]);
            let sides = format!(
                "M{} {}V{}M{} {}V{}",
                number(r.x + 0.5),
                number(r.y),
                number(r.bottom()),
                number(r.right() - 0.5),
                number(r.y),
                number(r.bottom())
            );
            x.path(&sides, None, Some(Role::Rule), &[("stroke-width", number(shapes.store_side))]);
            let lids = format!(
                "M{} {}H{}M{} {}H{}",
                number(r.x),
                number(r.y),
                number(r.right()),
                number(r.x),
                number(r.bottom()),
                number(r.right())
            );
            x.path(&lids, None, Some(line), &[("stroke-width", number(shapes.store_lid))]);
        }
    }
    let role = if part.pale { Role::Muted } else { Role::Outline };
    drawn_icon(x, outlines.get(&part.icon, part.shape), part.icon_at, part.icon_size, role);
    part.words.iter().for_each(|w| words(x, w));
    if let Some(of) = &part.sign {
        sign(x, of);
    }
    x.close("g");
}

/// An icon at its place, in one color.
pub(super) fn drawn_icon(x: &mut Xml, outline: &Outline, at: Point, size: f64, role: Role) {
    let scale = size / icons::FIELD;
    let place =
        ("transform", format!("translate({} {}) scale({})", number(at.x), number(at.y), number(scale)));
    if !outline.lines.is_empty() {
        let line = [
            place.clone(),
            ("stroke-width", number(x.theme.shapes.icon_line)),
            ("stroke-linecap", "round".to_owned()),
            ("stroke-linejoin", "round".to_owned()),
        ];
        x.path(&outline.lines, None, Some(role), &line);
    }
    if !outline.areas.is_empty() {
        x.path(&outline.areas, Some(role), None, std::slice::from_ref(&place));
    }
    if !outline.holed.is_empty() {
        x.path(&outline.holed, Some(role), None, &[place, ("fill-rule", "evenodd".to_owned())]);
    }
}

fn flow(x: &mut Xml, part: &Flow) {
    let shapes = &x.theme.shapes;
    let (role, width) = match part.stroke {
        Stroke::Heavy => (Role::LineHeavy, shapes.flow_heavy),
        Stroke::Light => (Role::LineLight, shapes.flow_light),
    };
    let size = (shapes.head_length, shapes.head_width / 2.0);
    x.open("g", &of_flows("flow", &part.id, &part.ids));
    x.text("title", &[], &part.title);
    let mut points = part.points.clone();
    let mut heads = String::new();
    if part.head_at_target {
        heads.push_str(&head(&mut points, size));
    }
    if part.head_at_source {
        points.reverse();
        heads.push_str(&head(&mut points, size));
        points.reverse();
    }
    let line = [("stroke-width", number(width)), ("stroke-linejoin", "round".to_owned())];
    x.path(&rounded(&points, shapes.flow_corner), None, Some(role), &line);
    if !heads.is_empty() {
        x.path(&heads, Some(role), None, &[]);
    }
    x.close("g");
}

/// The head at the last point, of a length and half a width; the line is shortened so that it ends
/// within the head.
pub(super) fn head(points: &mut [Point], (long, wide): (f64, f64)) -> String {
    let [.., before, tip] = points else { return String::new() };
    let (dx, dy) = (tip.x - before.x, tip.y - before.y);
    let length = dx.hypot(dy);
    if length < 1e-6 {
        return String::new();
    }
    let (ux, uy) = (dx / length, dy / length);
    let long = long.min(length);
    let foot = Point { x: tip.x - ux * long, y: tip.y - uy * long };
    let path = format!(
        "M{} {}L{} {}L{} {}z",
        number(tip.x),
        number(tip.y),
        number(foot.x - uy * wide),
        number(foot.y + ux * wide),
        number(foot.x + uy * wide),
        number(foot.y - ux * wide)
    );
    *tip = Point { x: tip.x - ux * long * 0.8, y: tip.y - uy * long * 0.8 };
    path
}

/// The points as a path with round corners of a radius.
pub(super) fn rounded(points: &[Point], radius: f64) -> String {
    let mut d = String::new();
    let toward = |from: Point, to: Point, by: f64| {
        let length = (to.x - from.x).hypot(to.y - from.y);
        let part = if length > 0.0 { (by / length).min(0.5) } else { 0.0 };
        Point { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    };
    if let Some(first) = points.first() {
        let _ = write!(d, "M{} {}", number(first.x), number(first.y));
    }
    for corner in points.windows(3) {
        let [a, b, c] = corner else { continue };
        let (enter, leave) = (toward(*b, *a, radius), toward(*b, *c, radius));
        let _ = write!(
            d,
            "L{} {}Q{} {} {} {}",
            number(enter.x),
            number(enter.y),
            number(b.x),
            number(b.y),
            number(leave.x),
            number(leave.y)
        );
    }
    if let Some(last) = points.last().filter(|_| points.len() > 1) {
        let _ = write!(d, "L{} {}", number(last.x), number(last.y));
    }
    d
}

fn crossing(x: &mut Xml, part: &Crossing) {
    let role = part.sign.level.role();
    let mut attributes = of_flows("crossing", &part.id, &part.ids);
    attributes.push(("data-number", part.number.text.clone()));
    x.open("g", &attributes);
    x.text("title", &[], &part.title);
    let r = &part.rect;
    x.rect(
        r,
        r.height / 2.0,
        Some(Role::Paper),
        Some(role),
        &[("stroke-width", number(x.theme.mark(part.sign.level).line))],
    );
    let head = Rect { width: part.head, ..*r };
    x.rect(&head, r.height / 2.0, Some(role), None, &[]);
    words(x, &part.number);
    part.letters.iter().for_each(|w| words(x, w));
    sign(x, &part.sign);
    x.close("g");
}

/// Shapes and not characters: they look alike in every font and in black and white.
pub(super) fn sign(x: &mut Xml, sign: &Sign) {
    let size = x.theme.mark(sign.level).size;
    let at =
        |dx: f64, dy: f64| format!("{} {}", number(sign.at.x + dx * size), number(sign.at.y + dy * size));
    let polygon = |corners: &[(f64, f64)]| {
        let points: Vec<String> = corners.iter().map(|&(dx, dy)| at(dx, dy)).collect();
        format!("M{}z", points.join("L"))
    };
    let role = sign.level.role();
    match sign.level {
        Level::Calm => {
            let tick = format!("M{}L{}L{}", at(-3.6, 0.2), at(-1.0, 2.9), at(3.8, -3.0));
            let line = [
                ("stroke-width", number(1.7 * size)),
                ("stroke-linecap", "round".to_owned()),
                ("stroke-linejoin", "round".to_owned()),
            ];
            x.path(&tick, None, Some(role), &line);
        }
        Level::Low => {
            let (r, d) = (number(3.4 * size), number(6.8 * size));
            let disc = format!("M{}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", at(-3.4, 0.0));
            x.path(&disc, Some(role), None, &[]);
        }
        Level::Medium => {
            x.path(&polygon(&[(0.0, -4.6), (4.6, 0.0), (0.0, 4.6), (-4.6, 0.0)]), Some(role), None, &[]);
        }
        Level::High => {
            x.path(&polygon(&[(0.0, -4.4), (4.6, 3.6), (-4.6, 3.6)]), Some(role), None, &[]);
        }
        Level::Critical => {
            x.path(&polygon(&[(-3.9, -3.9), (3.9, -3.9), (3.9, 3.9), (-3.9, 3.9)]), Some(role), None, &[]);
        }
    }
}

pub(super) fn words(x: &mut Xml, words: &Words) {
    let mut attributes = vec![
        ("x", number(words.at.x)),
        ("y", number(words.at.y)),
        ("font-size", number(words.size * x.theme.fonts.size)),
        ("class", format!("tl-f-{}", words.role.name())),
        ("fill", x.theme.plain(words.role).to_string()),
    ];
    if words.weight == Weight::SemiBold {
        attributes.push(("font-weight", "600".to_owned()));
    }
    match words.anchor {
        Anchor::Start => {}
        Anchor::Middle => attributes.push(("text-anchor", "middle".to_owned())),
        Anchor::End => attributes.push(("text-anchor", "end".to_owned())),
    }
    x.text("text", &attributes, &words.text);
}

/// At most two decimals, no more than needed; what is no number is 0.
pub(super) fn number(v: f64) -> String {
    let rounded = (v * 100.0).round() / 100.0;
    if !rounded.is_finite() || rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// A writer of XML that cannot be talked into markup.
pub(super) struct Xml<'t> {
    out: String,
    pub(super) theme: &'t Theme,
}

impl Xml<'_> {
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.start(name, attributes);
        self.out.push_str(">\n");
    }

    pub(super) fn close(&mut self, name: &str) {
        let _ = writeln!(self.out, "</{name}>");
    }

    /// An element with text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, String)], text: &str) {
        if text.is_empty() {
            return;
        }
        self.start(name, attributes);
        let _ = writeln!(self.out, ">{}</{name}>", escape(text));
    }

    /// An element with text of our own that needs no escape.
    fn raw(&mut self, name: &str, text: &str) {
        let _ = writeln!(self.out, "<{name}>{text}</{name}>");
    }

    pub(super) fn rect(
        &mut self,
        rect: &Rect,
        radius: f64,
        fill: Option<Role>,
        stroke: Option<Role>,
        more: &[(&str, String)],
    ) {
        let mut attributes = vec![
            ("x", number(rect.x)),
            ("y", number(rect.y)),
            ("width", number(rect.width)),
            ("height", number(rect.height)),
        ];
        if radius > 0.0 {
            attributes.push(("rx", number(radius)));
        }
        attributes.extend(self.paint(fill, stroke));
        attributes.extend_from_slice(more);
        self.start("rect", &attributes);
        self.out.push_str("/>\n");
    }

    pub(super) fn path(
        &mut self,
        d: &str,
        fill: Option<Role>,
        stroke: Option<Role>,
        more: &[(&str, String)],
    ) {
        let mut attributes = vec![("d", d.to_owned())];
        attributes.extend(self.paint(fill, stroke));
        attributes.extend_from_slice(more);
        self.start("path", &attributes);
        self.out.push_str("/>\n");
    }

    fn start(&mut self, name: &str, attributes: &[(&str, String)]) {
        let _ = write!(self.out, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"{}\"", escape(value));
        }
    }

    fn paint(&self, fill: Option<Role>, stroke: Option<Role>) -> Vec<(&'static str, String)> {
        let mut classes = Vec::new();
        let mut out = Vec::new();
        if let Some(role) = fill {
            classes.push(format!("tl-f-{}", role.name()));
        }
        if let Some(role) = stroke {
            classes.push(format!("tl-s-{}", role.name()));
        }
        if !classes.is_empty() {
            out.push(("class", classes.join(" ")));
        }
        out.push(("fill", fill.map_or_else(|| "none".to_owned(), |role| self.theme.plain(role).to_string())));
        if let Some(role) = stroke {
            out.push(("stroke", self.theme.plain(role).to_string()));
        }
        out
    }
}

/// Text for content and attributes alike.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(10.126), "10.13");
        assert_eq!(number(f64::NAN), "0");
    }

    #[test]
    fn text_is_inert() {
        assert_eq!(escape("<script>\"'&\u{0}]]>{{ 7*7 }}"), "&lt;script&gt;&quot;&#39;&amp;]]&gt;{{ 7*7 }}");
    }

    #[test]
    fn corners_are_round_and_heads_shorten() {
        let p = |x: f64, y: f64| Point { x, y };
        assert_eq!(rounded(&[p(0.0, 0.0), p(20.0, 0.0), p(20.0, 20.0)], 8.0), "M0 0L12 0Q20 0 20 8L20 20");
        assert_eq!(rounded(&[], 8.0), "");
        let mut line = [p(0.0, 0.0), p(100.0, 0.0)];
        assert!(head(&mut line, (10.5, 4.6)).starts_with("M100 0L"));
        assert!(line[1].x < 100.0 && line[1].x > 89.0);
    }
}
