//! Icons as path data: those of the set, by name, and files of a model's author, checked.
//!
//! Whatever an icon was drawn with, nothing of it comes into a picture but numbers: its shapes are
//! read by the reader of [`png`](super::png), laid on one field, and written again as paths. A file
//! that draws with anything else is refused. An icon has one color, that of the theme.

use resvg::tiny_skia::{Path, PathSegment, Transform};
use resvg::usvg::roxmltree::{Document, Node as Xml, NodeType, ParsingOptions};
use resvg::usvg::{FillRule, Group, LineCap, LineJoin, Node, Options, Stroke, Tree};
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use crate::catalog::icons;
use crate::diagnostic::{Diagnostic, codes};
use crate::scene::{Icon, Shape};
use crate::source::{FileId, Span};

/// Side of the field that outlines are drawn on.
pub const FIELD: f64 = 24.0;
/// Usual width of an outline's lines on its field; a theme may have another.
const LINE: f64 = 2.0;
/// The largest file, in bytes; drawings for icons have a few hundred.
pub const MAX_BYTES: usize = 64 * 1024;
/// The most parts of a file, comments and blanks included.
const MAX_NODES: u32 = 4_000;
/// The longest path data of one icon. It stands in a picture as often as its element.
const MAX_DATA: usize = 16 * 1024;

/// The shapes of an icon as SVG path data on a [`FIELD`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// To be stroked with a width of [`LINE`], with round ends and corners.
    pub lines: String,
    /// To be filled.
    pub areas: String,
    /// To be filled by the even-odd rule.
    pub holed: String,
}

/// Why a file can't be an icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As the end of a sentence: `… it has a picture`.
    pub message: String,
    /// Where in the file, in bytes.
    pub at: Option<Range<usize>>,
}

/// Outlines that were made once in a picture.
#[derive(Debug, Default)]
pub struct Outlines {
    made: HashMap<Icon, Outline>,
}

impl Outlines {
    /// The outline of an icon; if there is none of that name, or its file can't be one, that of
    /// the shape.
    pub fn get(&mut self, icon: &Icon, shape: Shape) -> &Outline {
        self.made.entry(icon.clone()).or_insert_with(|| {
            let own = match icon {
                Icon::Named(name) => icons::svg(name).and_then(|svg| outline(svg).ok()),
                Icon::File(svg) => outline(svg).ok(),
            };
            let plain = match shape {
                Shape::External => "external",
                Shape::Process => "process",
                Shape::Store => "store",
            };
            own.or_else(|| icons::svg(plain).and_then(|svg| outline(svg).ok())).unwrap_or_default()
        })
    }
}

/// What is wrong with files that are to be icons, each with where it is named and where it stands.
pub fn check<'a>(files: impl IntoIterator<Item = (Span, FileId, &'a str, &'a str)>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (named, file, name, text) in files {
        let Err(fault) = outline(text) else { continue };
        let message = format!("`{name}` can't be an icon: {}", fault.message);
        let mut d = Diagnostic::new(codes::BAD_ICON, named, message);
        if let Some(at) = fault.at {
            d = d.label(Span::new(file, at.start, at.end), "here");
        }
        out.push(d.help(
            "An icon is made of paths, lines, circles, ellipses, rectangles and polygons, and has one color.",
        ));
    }
    out
}

/// What may stand in a file: shapes, what groups and names them, and what says nothing of how it
/// looks.
const ALLOWED: &[&str] = &[
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title", "desc",
    "metadata", "style",
];
const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The outline of an SVG's shapes, on a [`FIELD`].
///
/// # Errors
/// When the text is too long, is no SVG, draws with anything but shapes, refers to anything
/// outside, or draws nothing.
pub fn outline(svg: &str) -> Result<Outline, Fault> {
    let fault = |message: &str| Fault { message: message.to_owned(), at: None };
    if svg.len() > MAX_BYTES {
        return Err(fault(&format!("it is larger than {} KB", MAX_BYTES / 1024)));
    }
    let reading = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(svg, reading).map_err(|e| fault(&format!("it can't be read ({e})")))?;
    if !document.root_element().has_tag_name((NAMESPACE, "svg")) {
        return Err(fault("it is no SVG"));
    }
    for node in document.descendants() {
        allowed(node)?;
    }
    let tree = Tree::from_xmltree(&document, &Options::default())
        .map_err(|e| fault(&format!("it can't be read ({e})")))?;
    let size = tree.size();
    let side = size.width().max(size.height());
    let scale = FIELD as f32 / side;
    let (left, top) = ((side - size.width()) / 2.0, (side - size.height()) / 2.0);
    let field = Transform::from_scale(scale, scale).pre_translate(left, top);
    let mut out = Outline::default();
    group(tree.root(), field, &mut out);
    if out == Outline::default() {
        return Err(fault("it draws nothing"));
    }
    if out.lines.len() + out.areas.len() + out.holed.len() > MAX_DATA {
        return Err(fault(&format!("its shapes come to more than {} KB", MAX_DATA / 1024)));
    }
    Ok(out)
}

/// Whether a part of a file may be there. Parts of other namespaces, as editors leave them, draw
/// nothing and are passed over.
fn allowed(node: Xml<'_, '_>) -> Result<(), Fault> {
    let fault = |message: String| Err(Fault { message, at: Some(head(node)) });
    if node.node_type() == NodeType::PI {
        return fault("it has an instruction to programs".to_owned());
    }
    if !node.is_element() || node.tag_name().namespace() != Some(NAMESPACE) {
        return Ok(());
    }
    let name = node.tag_name().name();
    if !ALLOWED.contains(&name) {
        return fault(format!("it has a `{name}`"));
    }
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        if name.starts_with("on") {
            return fault(format!("it has a script in `{name}`"));
        }
        if name == "href" || refers(value) {
            return fault(format!("it refers to something else in `{name}`"));
        }
        if ["filter", "mask", "clip-path"].contains(&name) && value != "none" {
            return fault(format!("it has a `{name}`"));
        }
    }
    if name == "style" && node.text().is_some_and(|css| refers(css) || css.contains('@')) {
        return fault("its style sheet refers to something else".to_owned());
    }
    Ok(())
}

fn refers(text: &str) -> bool {
    text.to_ascii_lowercase().contains("url(")
}

/// The first tag of a part, so that a label does not cover all that is in it.
fn head(node: Xml<'_, '_>) -> Range<usize> {
    let range = node.range();
    let text = node.document().input_text().get(range.clone()).unwrap_or("");
    let end = text.find('>').map_or(range.end, |at| range.start + at + 1);
    range.start..end
}

fn group(group: &Group, field: Transform, out: &mut Outline) {
    for node in group.children() {
        match node {
            Node::Group(inner) => self::group(inner, field, out),
            Node::Path(path) if path.is_visible() => {
                let place = field.pre_concat(path.abs_transform());
                // A line has nothing to fill, whatever its fill.
                let bounds = path.data().bounds();
                let wide = bounds.width() > 0.0 && bounds.height() > 0.0;
                if let Some(fill) = path.fill().filter(|_| wide) {
                    let into = match fill.rule() {
                        FillRule::NonZero => &mut out.areas,
                        FillRule::EvenOdd => &mut out.holed,
                    };
                    write_path(path.data(), place, into);
                }
                if let Some(stroke) = path.stroke() {
                    line(path.data(), stroke, place, out);
                }
            }
            Node::Path(_) | Node::Image(_) | Node::Text(_) => {}
        }
    }
}

/// A line as the set's are drawn stays one; any other becomes the area that it covers.
fn line(path: &Path, stroke: &Stroke, place: Transform, out: &mut Outline) {
    let (across, down) = place.get_scale();
    let even = (across - down).abs() < 0.01 * across.max(down);
    let usual = (LINE as f32 * 0.7..=LINE as f32 * 1.3).contains(&(stroke.width().get() * across));
    let round = stroke.linecap() == LineCap::Round && stroke.linejoin() == LineJoin::Round;
    if even && usual && round && stroke.dasharray().is_none() {
        write_path(path, place, &mut out.lines);
    } else if let Some(area) = path.stroke(&stroke.to_tiny_skia(), across.max(down)) {
        write_path(&area, place, &mut out.areas);
    }
}

fn write_path(path: &Path, place: Transform, out: &mut String) {
    let Some(path) = path.clone().transform(place) else { return };
    let n = |v: f32| super::pen::number(f64::from(v));
    for segment in path.segments() {
        let _ = match segment {
            PathSegment::MoveTo(p) => write!(out, "M{} {}", n(p.x), n(p.y)),
            PathSegment::LineTo(p) => write!(out, "L{} {}", n(p.x), n(p.y)),
            PathSegment::QuadTo(a, p) => write!(out, "Q{} {} {} {}", n(a.x), n(a.y), n(p.x), n(p.y)),
            PathSegment::CubicTo(a, b, p) => {
                write!(out, "C{} {} {} {} {} {}", n(a.x), n(a.y), n(b.x), n(b.y), n(p.x), n(p.y))
            }
            PathSegment::Close => write!(out, "z"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(inside: &str) -> String {
        format!("<svg xmlns=\"{NAMESPACE}\" viewBox=\"0 0 48 48\">{inside}</svg>")
    }

    #[test]
    fn every_icon_of_the_set_is_lines_and_dots_on_the_field() {
        for name in icons::names() {
            let outline = outline(icons::svg(name).unwrap()).unwrap_or_else(|e| panic!("{name}: {e:?}"));
            assert!(outline.lines.starts_with('M') && outline.holed.is_empty(), "{name}: {outline:?}");
            let all = format!("{}{}", outline.lines, outline.areas);
            let allowed = |c: char| c.is_ascii_digit() || "MLCQz .-".contains(c);
            assert!(all.chars().all(allowed), "{name}: {all}");
            let numbers = all.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
            for v in numbers.filter_map(|t| t.parse::<f64>().ok()) {
                assert!((0.0..=FIELD).contains(&v), "{name}: {v}");
            }
        }
    }

    #[test]
    fn shapes_of_a_file_come_to_the_field() {
        let square = outline(&file("<rect x=\"12\" y=\"12\" width=\"24\" height=\"24\"/>")).unwrap();
        assert_eq!(square.areas, "M6 6L18 6L18 18L6 18z");
        let moved = file("<g transform=\"translate(12 12)\"><path d=\"M0 0h24v24H0z\"/></g>");
        assert_eq!(outline(&moved).unwrap(), square);
        // A line as the set draws it stays a line; one of another width becomes an area.
        let line = |width: u32| {
            let style = format!("stroke=\"red\" stroke-width=\"{width}\" stroke-linecap=\"round\"");
            outline(&file(&format!("<path d=\"M4 4h20\" {style} stroke-linejoin=\"round\"/>"))).unwrap()
        };
        assert_eq!((line(4).lines.as_str(), line(4).areas.as_str()), ("M2 2L12 2", ""));
        assert!(line(9).lines.is_empty() && !line(9).areas.is_empty());
        // What is not square stands in the middle.
        let wide =
            format!("<svg xmlns=\"{NAMESPACE}\" viewBox=\"0 0 24 12\"><path d=\"M0 0h24v12H0z\"/></svg>");
        assert_eq!(outline(&wide).unwrap().areas, "M0 6L24 6L24 18L0 18z");
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        let why = |text: &str| outline(text).unwrap_err().message;
        for (inside, expected) in [
            ("<script>alert(1)</script>", "it has a `script`"),
            ("<image href=\"x.png\"/>", "it has a `image`"),
            ("<use href=\"#a\"/>", "it has a `use`"),
            ("<foreignObject/>", "it has a `foreignObject`"),
            ("<text>A</text>", "it has a `text`"),
            ("<animate/>", "it has a `animate`"),
            ("<path d=\"M0 0h9v9z\" onclick=\"x()\"/>", "it has a script in `onclick`"),
            ("<path d=\"M0 0h9v9z\" fill=\"URL(http://a.b/c)\"/>", "it refers to something else in `fill`"),
            ("<style>@import 'x';</style>", "its style sheet refers to something else"),
            ("<path d=\"M0 0h9v9z\" mask=\"none\"/><path d=\"M0 0\" filter=\"f\"/>", "it has a `filter`"),
            ("<?php x ?>", "it has an instruction to programs"),
            ("<path d=\"\"/>", "it draws nothing"),
            ("<path d=\"M0 0h9v9z\" fill=\"none\"/>", "it draws nothing"),
            ("", "it draws nothing"),
        ] {
            assert_eq!(why(&file(inside)), expected, "{inside}");
        }
        assert_eq!(why("<html/>"), "it is no SVG");
        assert!(why("<svg").starts_with("it can't be read"));
        assert!(why("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>").starts_with("it can't be read"));
        let many = file(&"<path d=\"M0 0h9v9z\"/>".repeat(4_000));
        assert_eq!(why(&many), "it is larger than 64 KB");
        let long = file(&format!("<path d=\"M0 0{}\"/>", "h9.5v9.5".repeat(3_000)));
        assert_eq!(why(&long), "its shapes come to more than 16 KB");
        let at = outline(&file("<image href=\"x.png\"/>")).unwrap_err().at.unwrap();
        assert_eq!(&file("<image href=\"x.png\"/>")[at], "<image href=\"x.png\"/>");
    }

    #[test]
    fn there_is_always_an_outline() {
        let mut all = Outlines::default();
        for shape in [Shape::External, Shape::Process, Shape::Store] {
            let mut all = Outlines::default();
            for icon in [Icon::from("no such icon"), Icon::File("<svg".into()), Icon::from("")] {
                assert!(!all.get(&icon, shape).lines.is_empty());
            }
        }
        let bot = all.get(&Icon::from("agent"), Shape::Process).clone();
        assert_eq!(&bot, all.get(&Icon::from("bot"), Shape::Store));
    }
}
