//! The report in Confluence's storage format: XML with the prefixes `ac:` and `ri:`, which are declared nowhere.
//!
//! Confluence drops what it doesn't know, so what is written is of [`ELEMENTS`] and [`MACROS`] alone. SVG fails in its
//! pages, so pictures are PNG at half of their pixels.

mod escape;

use super::{Around, badge, code_lines, joined, severity};
use crate::model::responses::RiskLevel;
use crate::report::document::{Block, Document, Frame, Inline, Line, Mood};
use std::fmt::Write as _;

/// The elements that pages are written with.
pub const ELEMENTS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "strong",
    "em",
    "del",
    "code",
    "br",
    "hr",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tbody",
    "tr",
    "th",
    "td",
    "ac:structured-macro",
    "ac:parameter",
    "ac:rich-text-body",
    "ac:plain-text-body",
    "ac:link",
    "ac:plain-text-link-body",
    "ac:image",
    "ri:attachment",
    "ri:page",
];

/// The macros that pages are written with.
pub const MACROS: &[&str] = &["toc", "expand", "status", "code", "anchor", "note", "warning", "tip"];

/// The widest that a picture is shown, in pixels of the page.
const WIDEST: f64 = 1400.0;

/// A document in the storage format.
pub fn render(document: &Document, around: &Around) -> String {
    let mut w = Writer { out: String::with_capacity(1 << 16), around, folded: false };
    w.blocks(&document.blocks);
    w.out
}

struct Writer<'a> {
    out: String,
    around: &'a Around,
    /// Whether what is written stands in an `expand`, which can't hold another one.
    folded: bool,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.out.push('\n');
        }
    }

    fn tag(&mut self, tag: &str, inner: impl FnOnce(&mut Self)) {
        let _ = write!(self.out, "<{tag}>");
        inner(self);
        let _ = write!(self.out, "</{tag}>");
    }

    fn open(&mut self, name: &str) {
        let _ = write!(self.out, "<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\">");
    }

    fn parameter(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, "<ac:parameter ac:name=\"{name}\">");
        escape::text(&mut self.out, value.trim());
        self.out.push_str("</ac:parameter>");
    }

    fn close(&mut self) {
        self.out.push_str("</ac:structured-macro>");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, anchor, text } => {
                let level = (*level).clamp(1, 6);
                let _ = write!(self.out, "<h{level}>");
                if !anchor.is_empty() {
                    self.open("anchor");
                    self.parameter("", anchor);
                    self.close();
                }
                self.line(text);
                let _ = write!(self.out, "</h{level}>");
            }
            Block::Paragraph(line) => self.tag("p", |w| w.line(line)),
            Block::List { first, items } => self.list(*first, items),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Details { summary, body } if self.folded => {
                self.tag("p", |w| w.tag("strong", |w| escape::text(&mut w.out, summary)));
                self.out.push('\n');
                self.blocks(body);
            }
            Block::Details { summary, body } => {
                self.open("expand");
                // Without words it would have those of the wiki's language.
                self.parameter("title", if summary.trim().is_empty() { "…" } else { summary });
                self.out.push_str("<ac:rich-text-body>\n");
                self.folded = true;
                self.blocks(body);
                self.folded = false;
                self.out.push_str("</ac:rich-text-body>");
                self.close();
            }
            Block::Alert { mood, text } => {
                self.open(match mood {
                    Mood::Bad => "warning",
                    Mood::Open => "note",
                    Mood::Good => "tip",
                });
                self.tag("ac:rich-text-body", |w| w.tag("p", |w| w.line(text)));
                self.close();
            }
            Block::Quote(blocks) => self.tag("blockquote", |w| w.blocks(blocks)),
            Block::Code(code) => {
                self.open("code");
                self.tag("ac:plain-text-body", |w| escape::data(&mut w.out, &code_lines(code)));
                self.close();
            }
            Block::Picture { title, svg, png, frame } => self.picture(title, svg, png, frame),
            Block::Contents(_) => {
                self.open("toc");
                self.parameter("maxLevel", "3");
                self.close();
            }
            Block::Rule => self.out.push_str("<hr/>"),
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>]) {
        let tag = if first.is_some() { "ol" } else { "ul" };
        let _ = match first {
            Some(n) if n != 1 => write!(self.out, "<ol start=\"{n}\">"),
            _ => write!(self.out, "<{tag}>"),
        };
        for item in items {
            self.tag("li", |w| match item.split_first() {
                // A paragraph of its own would stand off its mark.
                Some((Block::Paragraph(line), rest))
                    if rest.iter().all(|b| matches!(b, Block::List { .. })) =>
                {
                    w.line(line);
                    rest.iter().for_each(|b| w.block(b));
                }
                _ => w.blocks(item),
            });
        }
        let _ = write!(self.out, "</{tag}>");
    }

    fn table(&mut self, head: &[Line], rows: &[Vec<Line>]) {
        self.out.push_str("<table><tbody>\n<tr>");
        for cell in head {
            self.tag("th", |w| w.line(cell));
        }
        self.out.push_str("</tr>");
        let empty = Line::new();
        for row in rows {
            self.out.push_str("\n<tr>");
            for cell in row.iter().chain(std::iter::repeat(&empty)).take(head.len()) {
                self.tag("td", |w| match badge(cell) {
                    Some(level) => w.status(level),
                    None => w.line(cell),
                });
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("\n</tbody></table>");
    }

    /// A severity as a lozenge, with its sign, so that it reads without colour.
    fn status(&mut self, level: RiskLevel) {
        self.open("status");
        self.parameter(
            "colour",
            match level {
                RiskLevel::Critical | RiskLevel::High => "Red",
                RiskLevel::Medium => "Yellow",
                RiskLevel::Low => "Blue",
            },
        );
        self.parameter("title", &format!("{} {level}", crate::report::words::shape(level)));
        self.close();
    }

    fn picture(&mut self, title: &str, svg: &str, png: &str, frame: &Frame) {
        self.out.push_str("<p><ac:image");
        if frame.width > 0.0 {
            let _ = write!(self.out, " ac:width=\"{}\"", frame.width.min(WIDEST).round());
        }
        self.out.push_str(" ac:alt=\"");
        escape::text(&mut self.out, title);
        self.out.push_str("\"><ri:attachment ri:filename=\"");
        escape::text(&mut self.out, if png.is_empty() { svg } else { png });
        self.out.push_str("\"/></ac:image></p>");
    }

    fn line(&mut self, line: &Line) {
        for inline in &joined(line) {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => escape::text(&mut self.out, text),
            Inline::Strong(line) => match line.0.as_slice() {
                [Inline::Text(text)] if severity(text).is_some() => {
                    severity(text).into_iter().for_each(|l| self.status(l));
                }
                _ => self.tag("strong", |w| w.line(line)),
            },
            Inline::Emphasis(line) => self.tag("em", |w| w.line(line)),
            Inline::Struck(line) => self.tag("del", |w| w.line(line)),
            Inline::Code(text) => self.tag("code", |w| escape::text(&mut w.out, text)),
            Inline::Inner { anchor, text } => self.link(anchor, text, |_| {}),
            Inline::Page { page, anchor, text } => self.link(anchor, text, |w| {
                w.out.push_str("<ri:page ri:content-title=\"");
                escape::text(&mut w.out, page);
                w.out.push_str("\"/>");
            }),
            Inline::Attached { file, text } => self.link("", text, |w| {
                w.out.push_str("<ri:attachment ri:filename=\"");
                escape::text(&mut w.out, file);
                w.out.push_str("\"/>");
            }),
            Inline::Outer { url, text } => {
                self.out.push_str("<a href=\"");
                escape::text(&mut self.out, url);
                self.out.push_str("\">");
                escape::text(&mut self.out, &shown(text, url));
                self.out.push_str("</a>");
            }
            Inline::Break => self.out.push_str("<br/>"),
            Inline::Soft => self.out.push(' '),
        }
    }

    /// A link inside of the wiki; `to` writes what it leads to, if that is not on this page.
    fn link(&mut self, anchor: &str, text: &Line, to: impl FnOnce(&mut Self)) {
        self.out.push_str("<ac:link");
        if !anchor.is_empty() {
            self.out.push_str(" ac:anchor=\"");
            escape::text(&mut self.out, anchor);
            self.out.push('"');
        }
        self.out.push('>');
        to(self);
        let text = shown(text, self.around.headings.get(anchor).map_or(anchor, String::as_str));
        self.tag("ac:plain-text-link-body", |w| escape::data(&mut w.out, &text));
        self.out.push_str("</ac:link>");
    }
}

/// What a link shows, on one line.
fn shown(text: &Line, instead: &str) -> String {
    let plain = super::one_line(&text.plain());
    if plain.trim().is_empty() { instead.to_owned() } else { plain }
}
