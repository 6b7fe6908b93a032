//! The report as MediaWiki's text.
//!
//! What wikis ship is enough: no template, and of extensions ImageMap alone, and that only where the wiki has it.
//! Every text goes through [`escape`].

mod escape;

use super::{Around, badge, code_lines, is_plain, joined};
use crate::model::responses::RiskLevel;
use crate::report::document::{Block, Document, Frame, Inline, Line, Mood};
use std::fmt::Write as _;

/// The widest that a picture is shown, in pixels of the page: wider ones are shrunk, and a click shows them whole.
const WIDEST: f64 = 1100.0;

/// How what folds is set apart from what stands around it.
const FOLD: &str = "border:1px solid #c8ccd1;padding:.3em .8em;margin:.5em 0";

/// A document as MediaWiki's text.
pub fn render(document: &Document, around: &Around) -> String {
    let mut w = Writer { out: String::with_capacity(1 << 16), around };
    w.blocks(&document.blocks);
    w.out.push('\n');
    w.out
}

/// The lines by which a page gets a label, which is a category here.
pub fn category(label: &str) -> String {
    let mut out = String::from("\n[[Category:");
    escape::file(&mut out, label.trim());
    out.push_str("]]\n");
    out
}

struct Writer<'a> {
    out: String,
    around: &'a Around,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for (n, block) in blocks.iter().enumerate() {
            if n > 0 {
                self.out.push_str("\n\n");
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, anchor, text } => self.heading(*level, anchor, text),
            Block::Paragraph(line) => self.line(line, true),
            Block::List { first, items } => match first {
                None | Some(1) if is_plain(items) => {
                    self.list(if first.is_some() { "#" } else { "*" }, items)
                }
                _ => self.items(*first, items),
            },
            Block::Table { head, rows } => self.table(head, rows),
            Block::Details { summary, body } => {
                // A paragraph of its own would be folded too.
                let _ = write!(
                    self.out,
                    "<div class=\"mw-collapsible mw-collapsed\" style=\"{FOLD}\">\n<div style=\"font-weight:bold\">"
                );
                escape::text(&mut self.out, summary, true);
                self.out.push_str("</div>\n<div class=\"mw-collapsible-content\">\n");
                self.blocks(body);
                self.out.push_str("\n</div>\n</div>");
            }
            Block::Alert { mood, text } => {
                // Wikis' own boxes have changed their names; colours of our own are readable in each.
                let (edge, ground) = match mood {
                    Mood::Bad => ("b32424", "fee7e6"),
                    Mood::Open => ("ac6600", "fef6e7"),
                    Mood::Good => ("14866d", "d5fdf4"),
                };
                let _ = writeln!(
                    self.out,
                    "<div style=\"border-left:5px solid #{edge};background:#{ground};color:#202122;padding:.6em 1em;margin:1em 0\">"
                );
                self.line(text, true);
                self.out.push_str("\n</div>");
            }
            Block::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("\n</blockquote>");
            }
            Block::Code(code) => {
                self.out.push_str("<pre>\n");
                escape::code(&mut self.out, &code_lines(code));
                self.out.push_str("\n</pre>");
            }
            Block::Picture { title, svg, png, frame } => self.picture(title, svg, png, frame),
            // Two levels: each threat has a heading of its own.
            Block::Contents(_) => self.out.push_str("<div class=\"toclimit-3\">\n__TOC__\n</div>"),
            Block::Rule => self.out.push_str("----"),
        }
    }

    /// A heading. The wiki makes its anchor of its text; where ours is another one, it stands beside it.
    fn heading(&mut self, level: usize, anchor: &str, text: &Line) {
        let marks = "=".repeat(level);
        self.out.push_str(&marks);
        self.out.push(' ');
        if !anchor.is_empty() && text.plain() != anchor {
            self.out.push_str("<span id=\"");
            escape::attribute(&mut self.out, anchor);
            self.out.push_str("\"></span>");
        }
        self.line(text, true);
        self.out.push(' ');
        self.out.push_str(&marks);
    }

    /// A list with one line an item.
    fn list(&mut self, marks: &str, items: &[Vec<Block>]) {
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                self.out.push('\n');
            }
            self.out.push_str(marks);
            self.out.push(' ');
            for block in item {
                match block {
                    Block::Paragraph(line) => self.line(line, true),
                    Block::List { first, items } => {
                        self.out.push('\n');
                        self.list(&format!("{marks}{}", if first.is_some() { '#' } else { '*' }), items);
                    }
                    _ => {}
                }
            }
        }
    }

    /// A list whose items are blocks.
    fn items(&mut self, first: Option<u64>, items: &[Vec<Block>]) {
        let tag = if first.is_some() { "ol" } else { "ul" };
        let _ = match first {
            Some(n) if n != 1 => write!(self.out, "<ol start=\"{n}\">"),
            _ => write!(self.out, "<{tag}>"),
        };
        for item in items {
            self.out.push_str("\n<li>\n");
            self.blocks(item);
            self.out.push_str("\n</li>");
        }
        let _ = write!(self.out, "\n</{tag}>");
    }

    fn table(&mut self, head: &[Line], rows: &[Vec<Line>]) {
        // Without a name for the rows it is a matrix, whose order says something.
        let sortable = rows.len() > 1 && head.first().is_some_and(|h| !h.is_empty());
        self.out.push_str(if sortable {
            "{| class=\"wikitable sortable\""
        } else {
            "{| class=\"wikitable\""
        });
        self.out.push_str("\n|-");
        for cell in head {
            self.out.push_str("\n! scope=\"col\" | ");
            self.line(cell, true);
        }
        let empty = Line::new();
        for row in rows {
            self.out.push_str("\n|-");
            for cell in row.iter().chain(std::iter::repeat(&empty)).take(head.len()) {
                self.out.push_str("\n| ");
                // Words for severities have an order that is not that of letters.
                if let Some(level) = badge(cell).filter(|_| sortable) {
                    let order = RiskLevel::ALL.iter().position(|l| *l == level).unwrap_or(0);
                    let _ = write!(self.out, "data-sort-value=\"{order}\" | ");
                }
                self.line(cell, true);
            }
        }
        self.out.push_str("\n|}");
    }

    fn picture(&mut self, title: &str, svg: &str, png: &str, frame: &Frame) {
        let file = if png.is_empty() { svg } else { png };
        // Wikis give the size of an SVG in its own units.
        let scale = match png.is_empty() {
            true => 1.0,
            false if frame.width > 0.0 && frame.pixels > 0 => f64::from(frame.pixels) / frame.width,
            false => 1.0,
        };
        let mut shown = String::from("File:");
        escape::file(&mut shown, file);
        if frame.width > 0.0 {
            let _ = write!(shown, "|{}px", frame.width.min(WIDEST).round());
        }
        shown.push_str("|alt=");
        escape::text(&mut shown, title, true);
        let spots = if self.around.image_maps { frame.spots.as_slice() } else { &[] };
        if spots.is_empty() {
            let _ = write!(self.out, "[[{shown}]]");
            return;
        }
        let _ = write!(self.out, "<imagemap>\n{shown}");
        for s in spots {
            let at = |n: f64| (n * scale).round().max(0.0);
            let (x, y) = (at(s.x), at(s.y));
            let _ = write!(self.out, "\nrect {x} {y} {} {} [[", at(s.x + s.width), at(s.y + s.height));
            escape::page(&mut self.out, &s.page, &s.anchor);
            self.out.push('|');
            escape::hint(&mut self.out, &s.title);
            self.out.push_str("]]");
        }
        self.out.push_str("\ndesc bottom-right\n</imagemap>");
    }

    fn line(&mut self, line: &Line, start: bool) {
        self.inlines(line, start, true);
    }

    /// Running text; in a link there are no links.
    fn inlines(&mut self, line: &Line, start: bool, links: bool) {
        for (n, inline) in joined(line).iter().enumerate() {
            self.inline(inline, start && n == 0, links);
        }
    }

    fn inline(&mut self, inline: &Inline, start: bool, links: bool) {
        match inline {
            Inline::Text(text) => escape::text(&mut self.out, text, start),
            Inline::Strong(line) => self.marked("'''", "'''", line, links),
            Inline::Emphasis(line) => self.marked("''", "''", line, links),
            Inline::Struck(line) => self.marked("<s>", "</s>", line, links),
            Inline::Code(text) => {
                self.out.push_str("<code>");
                escape::text(&mut self.out, text, true);
                self.out.push_str("</code>");
            }
            Inline::Inner { text, .. } | Inline::Page { text, .. } | Inline::Attached { text, .. }
                if !links =>
            {
                self.inlines(text, start, false);
            }
            Inline::Outer { text, .. } if !links => self.inlines(text, start, false),
            Inline::Inner { anchor, text } => self.link("", anchor, text),
            Inline::Page { page, anchor, text } => self.link(page, anchor, text),
            Inline::Attached { file, text } => {
                self.out.push_str("[[Media:");
                escape::file(&mut self.out, file);
                self.out.push('|');
                self.words(text, file);
                self.out.push_str("]]");
            }
            Inline::Outer { url, text } => {
                self.out.push('[');
                escape::address(&mut self.out, url);
                self.out.push(' ');
                self.words(text, url);
                self.out.push(']');
            }
            Inline::Break => self.out.push_str("<br />"),
            Inline::Soft => self.out.push(' '),
        }
    }

    fn marked(&mut self, open: &str, close: &str, line: &Line, links: bool) {
        if line.is_empty() {
            return;
        }
        self.out.push_str(open);
        self.inlines(line, true, links);
        self.out.push_str(close);
    }

    fn link(&mut self, page: &str, anchor: &str, text: &Line) {
        self.out.push_str("[[");
        escape::page(&mut self.out, page, anchor);
        self.out.push('|');
        self.words(text, if page.is_empty() { anchor } else { page });
        self.out.push_str("]]");
    }

    /// What a link shows; without any words a wiki would make some up.
    fn words(&mut self, text: &Line, instead: &str) {
        if text.is_empty() {
            escape::text(&mut self.out, instead, true);
        } else {
            self.inlines(text, true, false);
        }
    }
}
