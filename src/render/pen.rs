//! The pen of all pictures: XML that is well formed whatever a model says, and the marks that
//! diagrams and figures share.

use std::fmt::Write;

use super::icons::{self, Outline};
use crate::layout::text::{Weight, plain};
use crate::layout::{Point, Rect};
use crate::scene::palette::Role;
use crate::scene::{Anchor, Level, Sign, Words};
use crate::source::push_xml;
use crate::theme::Theme;

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

/// A line with heads at its first and its last point, if it has them, in one color; `more` are
/// attributes of the line.
pub(super) fn arrow(
    x: &mut Xml,
    points: &[Point],
    (at_start, at_end): (bool, bool),
    role: Role,
    more: &[(&'static str, String)],
) {
    let shapes = &x.theme.shapes;
    let (size, corner) = ((shapes.head_length, shapes.head_width / 2.0), shapes.flow_corner);
    let mut points = points.to_vec();
    let mut heads = String::new();
    if at_end {
        heads.push_str(&head(&mut points, size));
    }
    if at_start {
        points.reverse();
        heads.push_str(&head(&mut points, size));
        points.reverse();
    }
    let mut attributes = more.to_vec();
    attributes.push(("stroke-linejoin", "round".to_owned()));
    x.path(&rounded(&points, corner), None, Some(role), &attributes);
    if !heads.is_empty() {
        x.path(&heads, Some(role), None, &[]);
    }
}

/// The head at the last point, of a length and half a width; the line is shortened so that it ends
/// within the head.
fn head(points: &mut [Point], (long, wide): (f64, f64)) -> String {
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
fn rounded(points: &[Point], radius: f64) -> String {
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

impl<'t> Xml<'t> {
    pub(super) fn new(theme: &'t Theme) -> Self {
        Xml { out: String::new(), theme }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

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
    pub(super) fn raw(&mut self, name: &str, text: &str) {
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
    plain(text).chars().for_each(|c| push_xml(&mut out, c));
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
