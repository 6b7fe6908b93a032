//! Pictures as the page has them: what a file of its own needs is left out, and what they have in common stands
//! once. Colours and everything else that an attribute would say of how a shape looks are classes, one for each
//! combination that is in use, with rules in the page's style sheet; a shape that comes again is referred to.

use super::{context, outline};
use crate::report::{Picture, Place, prose};
use indexmap::IndexMap;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Attributes that a style sheet can say as well, with the unit of a bare number there.
const LOOKS: [(&str, &str); 11] = [
    ("fill", ""),
    ("fill-opacity", ""),
    ("fill-rule", ""),
    ("font-size", "px"),
    ("font-weight", ""),
    ("stroke", ""),
    ("stroke-dasharray", ""),
    ("stroke-linecap", ""),
    ("stroke-linejoin", ""),
    ("stroke-width", ""),
    ("text-anchor", ""),
];

/// Outlines that are shorter than this are not worth a reference.
const SHORT: usize = 60;

/// What all pictures of a page share.
#[derive(Default)]
pub(super) struct Sheets {
    /// Declarations, with the numbers of their classes.
    looks: IndexMap<String, usize>,
    /// Outlines that stand in several places.
    outlines: IndexMap<String, usize>,
    /// Each picture's SVG by its file's text.
    drawn: Vec<String>,
}

impl Sheets {
    /// Reads all pictures of a page.
    pub fn new(pictures: &[Picture]) -> Sheets {
        let mut times: HashMap<&str, usize> = HashMap::new();
        for picture in pictures {
            let (head, rest) = parts(&picture.svg);
            for d in tags(head).chain(tags(rest)).filter_map(|(tag, _)| long_outline(tag)) {
                *times.entry(d).or_default() += 1;
            }
        }
        let mut all = Sheets::default();
        for picture in pictures {
            let drawn = all.inline(&picture.svg, &|d| times.get(d).is_some_and(|n| *n > 1));
            all.drawn.push(drawn);
        }
        all
    }

    /// The rules of the classes.
    pub fn css(&self) -> String {
        let mut css = String::new();
        for (looks, number) in &self.looks {
            let _ = write!(css, ".tl-{number}{{{looks}}}");
        }
        css
    }

    /// The outlines to which pictures refer, as a drawing that takes no room; nothing if there are none.
    pub fn outlines(&self) -> String {
        if self.outlines.is_empty() {
            return String::new();
        }
        let mut svg = String::from("<svg class=\"hidden\" aria-hidden=\"true\"><defs>");
        for (d, number) in &self.outlines {
            let _ = write!(svg, "<path id=\"tl_{number}\" d=\"{}\"/>", outline::short(d));
        }
        svg.push_str("</defs></svg>\n");
        svg
    }

    /// The pictures of one part of the report, for templates.
    pub fn of(&self, pictures: &[Picture], place: Place) -> Value {
        let all = pictures.iter().zip(&self.drawn).filter(|(p, _)| p.place == place);
        all.map(|(p, svg)| {
            let about = prose::html(&p.about);
            json!({ "title": p.title, "about_html": about, "svg": svg, "shape": context::shape(&p.svg) })
        })
        .collect()
    }

    /// A picture for the page.
    fn inline(&mut self, svg: &str, repeats: &dyn Fn(&str) -> bool) -> String {
        let mut out = String::with_capacity(svg.len() / 2);
        let (head, rest) = parts(svg);
        for part in [head, rest] {
            for (tag, text) in tags(part) {
                self.tag(&mut out, tag, repeats);
                out.push_str(text.trim_end_matches('\n'));
            }
        }
        out
    }

    /// One tag, with a class in the place of what it says of its looks.
    fn tag(&mut self, out: &mut String, tag: &str, repeats: &dyn Fn(&str) -> bool) {
        let shaped = ["<path ", "<rect ", "<text ", "<g ", "<circle ", "<line "];
        if !shaped.iter().any(|s| tag.starts_with(s)) {
            return out.push_str(tag);
        }
        let (mut classes, mut looks, mut others) = (String::new(), String::new(), String::new());
        let mut name = tag.split(' ').next().unwrap_or(tag);
        for (key, value) in attributes(tag) {
            match LOOKS.iter().find(|(k, _)| *k == key) {
                // Colours of files are those of the day; here the roles say them.
                Some(_) if value.starts_with('#') => {}
                Some((_, unit)) => {
                    let _ = write!(looks, "{key}:{value}{unit};");
                }
                None if key == "class" => {
                    for class in value.split(' ') {
                        let role = |kind| class.strip_prefix(kind);
                        match (role("tl-f-"), role("tl-s-")) {
                            (Some(role), _) => {
                                let _ = write!(looks, "fill:var(--tl-{role});");
                            }
                            (_, Some(role)) => {
                                let _ = write!(looks, "stroke:var(--tl-{role});");
                            }
                            _ if classes.is_empty() => classes.push_str(class),
                            _ => {
                                let _ = write!(classes, " {class}");
                            }
                        }
                    }
                }
                None if key == "d" && value.len() >= SHORT && repeats(value) => {
                    let next = self.outlines.len();
                    let number = *self.outlines.entry(value.to_owned()).or_insert(next);
                    name = "<use";
                    let _ = write!(others, " href=\"#tl_{number}\"");
                }
                None if key == "d" => {
                    let _ = write!(others, " d=\"{}\"", outline::short(value));
                }
                None => {
                    let _ = write!(others, " {key}=\"{value}\"");
                }
            }
        }
        if !looks.is_empty() {
            looks.pop();
            let next = self.looks.len();
            let number = *self.looks.entry(looks).or_insert(next);
            let _ = write!(classes, "{}tl-{number}", if classes.is_empty() { "" } else { " " });
        }
        out.push_str(name);
        if !classes.is_empty() {
            let _ = write!(out, " class=\"{classes}\"");
        }
        out.push_str(&others);
        out.push_str(if tag.ends_with("/>") { "/>" } else { ">" });
    }
}

/// A file's text before and after the style sheet of its own, if it has one, without what stands before the drawing.
fn parts(svg: &str) -> (&str, &str) {
    let svg = svg.find("<svg").and_then(|at| svg.get(at..)).unwrap_or("");
    let (head, rest) = svg.split_once("<style>").unwrap_or((svg, ""));
    (head, rest.split_once("</style>").map_or("", |(_, body)| body))
}

/// Tags, each with the text behind it. In a model's text both signs of a tag are written as references.
fn tags(svg: &str) -> impl Iterator<Item = (&str, &str)> {
    svg.split_inclusive('>').flat_map(|piece| {
        let at = piece.find('<').unwrap_or(piece.len());
        // Text stands before the tag that ends it.
        let (text, tag) = piece.split_at(at);
        [("", text), (tag, "")]
    })
}

/// The outline of a path that is long enough to be referred to.
fn long_outline(tag: &str) -> Option<&str> {
    let tag = tag.strip_prefix("<path ")?;
    attributes(tag).find(|(key, value)| *key == "d" && value.len() >= SHORT).map(|(_, d)| d)
}

/// Names and values. In a model's text quotation marks are written as references.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = tag.split('"');
    std::iter::from_fn(move || {
        let (before, value) = (parts.next()?, parts.next()?);
        let key = before.strip_suffix('=')?;
        Some((key.rsplit(' ').next().unwrap_or(key), value))
    })
}
