//! The report as DokuWiki's text, without any plugin.
//!
//! Anchors are the wiki's own: it makes them of headings, by [`section`]. Nothing folds there and nothing is sorted.
//! An item of a list, a cell and a line of a quotation are one line each, so what is more than that is put into one.

mod escape;

use super::{Around, code_lines, joined};
use crate::model::responses::RiskLevel;
use crate::report::document::{Block, Document, Frame, Inline, Line, Mood};
use crate::report::words;
use std::fmt::Write as _;

/// The widest that a picture is shown, in pixels of the page.
const WIDEST: f64 = 1000.0;

/// A document as DokuWiki's text.
pub fn render(document: &Document, around: &Around) -> String {
    let mut w = Writer { out: String::with_capacity(1 << 16), around };
    w.blocks(&document.blocks);
    w.out.push('\n');
    w.out
}

/// The anchor that the wiki makes of a heading: lower case, `_` for blanks and punctuation, nothing for dots and colons
/// with what stands beside these, and no digits in front.
fn section(heading: &str) -> String {
    let mut id = String::with_capacity(heading.len());
    for c in heading.chars() {
        match c {
            c if c.is_alphanumeric() || matches!(c, '-' | '.') => id.extend(c.to_lowercase()),
            ':' | ';' => {
                id.truncate(id.trim_end_matches(['_', '-', '.']).len());
                id.push(':');
            }
            _ if !id.ends_with(['_', ':']) => id.push('_'),
            _ => {}
        }
    }
    let id = id.trim_matches(['_', '-', '.', ':']).replace([':', '.'], "");
    let named = id.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_' || c == '-');
    match named {
        "" => format!("section{}", id.chars().filter(char::is_ascii_digit).collect::<String>()),
        _ => named.to_owned(),
    }
}

struct Writer<'a> {
    out: String,
    around: &'a Around,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        // The wiki puts the contents at the page's corner by itself.
        let shown = blocks.iter().filter(|b| !matches!(b, Block::Contents(_)));
        for (n, block) in shown.enumerate() {
            if n > 0 {
                self.out.push_str("\n\n");
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, .. } => {
                let marks = "=".repeat(7_usize.saturating_sub(*level).max(2));
                let _ = write!(self.out, "{marks} {} {marks}", escape::heading(&text.plain()));
            }
            Block::Paragraph(line) => self.line(line),
            Block::List { first, items } => self.list(2, *first, items),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Details { summary, body } => {
                self.line(&Line::new().strong(summary.as_str()));
                self.out.push_str("\n\n");
                self.blocks(body);
            }
            Block::Alert { mood, text } => {
                let sign = match mood {
                    Mood::Bad => words::shape(RiskLevel::High),
                    Mood::Open => words::shape(RiskLevel::Medium),
                    Mood::Good => words::CALM,
                };
                let _ = write!(self.out, "> {sign} ");
                self.line(text);
            }
            Block::Quote(blocks) => self.quote(blocks, ">"),
            Block::Code(code) => self.code(code),
            Block::Picture { title, svg, png, frame } => self.picture(title, svg, png, frame),
            Block::Contents(_) => {}
            Block::Rule => self.out.push_str("----"),
        }
    }

    fn list(&mut self, indent: usize, first: Option<u64>, items: &[Vec<Block>]) {
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                self.out.push('\n');
            }
            let mark = if first == Some(1) { '-' } else { '*' };
            let _ = write!(self.out, "{:indent$}{mark} ", "");
            // It counts from 1 and nothing else.
            if let Some(first) = first.filter(|f| *f != 1) {
                let _ = write!(self.out, "{}. ", first.saturating_add(n as u64));
            }
            let mut lists = Vec::new();
            let rest = item.iter().filter(|b| match b {
                Block::List { .. } => {
                    lists.push(*b);
                    false
                }
                _ => true,
            });
            let lines: Vec<Line> = rest.flat_map(flat).collect();
            self.line(&Line::stacked(lines));
            for list in lists {
                if let Block::List { first, items } = list {
                    self.out.push('\n');
                    self.list(indent + 2, *first, items);
                }
            }
        }
    }

    fn quote(&mut self, blocks: &[Block], marks: &str) {
        let mut first = true;
        for block in blocks {
            let next = |w: &mut Self, first: &mut bool| {
                if !std::mem::take(first) {
                    w.out.push('\n');
                }
            };
            if let Block::Quote(inner) = block {
                next(self, &mut first);
                self.quote(inner, &format!("{marks}>"));
                continue;
            }
            for line in flat(block) {
                next(self, &mut first);
                let _ = write!(self.out, "{marks} ");
                self.line(&line);
            }
        }
    }

    fn table(&mut self, head: &[Line], rows: &[Vec<Line>]) {
        self.row('^', head, head.len());
        for row in rows {
            self.out.push('\n');
            self.row('|', row, head.len());
        }
    }

    fn row(&mut self, mark: char, cells: &[Line], columns: usize) {
        self.out.push(mark);
        let empty = Line::new();
        for cell in cells.iter().chain(std::iter::repeat(&empty)).take(columns) {
            self.out.push(' ');
            self.line(cell);
            self.out.push(' ');
            self.out.push(mark);
        }
    }

    fn code(&mut self, code: &str) {
        let code = code_lines(code);
        match ["code", "file"].iter().find(|tag| !code.contains(&format!("</{tag}>"))) {
            Some(tag) => {
                let _ = write!(self.out, "<{tag}>\n{code}\n</{tag}>");
            }
            None => self.line(&Line::stacked(code.split('\n').map(|l| Line::new().code(l)))),
        }
    }

    fn picture(&mut self, title: &str, svg: &str, png: &str, frame: &Frame) {
        let file = if svg.is_empty() { png } else { svg };
        let size = match frame.width {
            w if w > 0.0 => format!("?{}&direct", w.min(WIDEST).round()),
            _ => "?direct".to_owned(),
        };
        let _ = write!(self.out, "{{{{{}{size}|{}}}}}", escape::target(file), escape::media(title));
    }

    fn line(&mut self, line: &Line) {
        for inline in &joined(line) {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => escape::text(&mut self.out, text),
            Inline::Strong(line) => self.marked("**", "**", line),
            Inline::Emphasis(line) => self.marked("//", "//", line),
            Inline::Struck(line) => self.marked("<del>", "</del>", line),
            Inline::Code(text) if text.trim().is_empty() => {}
            Inline::Code(text) => {
                self.out.push_str("''");
                escape::whole(&mut self.out, text);
                self.out.push_str("''");
            }
            Inline::Inner { anchor, text } => self.link("", anchor, text),
            Inline::Page { page, anchor, text } => self.link(page, anchor, text),
            Inline::Attached { file, text } => {
                let _ = write!(
                    self.out,
                    "{{{{{}?linkonly|{}}}}}",
                    escape::target(file),
                    escape::media(&text.plain())
                );
            }
            Inline::Outer { url, text } => match escape::address(url) {
                Some(url) => {
                    let _ = write!(self.out, "[[{url}|{}]]", escape::words(&text.plain()));
                }
                None => self.line(text),
            },
            Inline::Break => self.out.push_str("\\\\ "),
            Inline::Soft => self.out.push(' '),
        }
    }

    fn marked(&mut self, open: &str, close: &str, line: &Line) {
        if line.is_empty() {
            return;
        }
        self.out.push_str(open);
        self.line(line);
        self.out.push_str(close);
    }

    fn link(&mut self, page: &str, anchor: &str, text: &Line) {
        let hash = match anchor {
            "" => String::new(),
            a => format!("#{}", section(self.around.headings.get(a).map_or(a, String::as_str))),
        };
        let page = if page.is_empty() { String::new() } else { escape::target(page) };
        let _ = write!(self.out, "[[{page}{hash}|{}]]", escape::words(&text.plain()));
    }
}

/// A block as lines of running text, for where there is no room for blocks.
fn flat(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph(line) | Block::Alert { text: line, .. } | Block::Heading { text: line, .. } => {
            vec![line.clone()]
        }
        Block::List { first, items } => {
            let mark = |n: usize| match first {
                Some(first) => format!("{}. ", first.saturating_add(n as u64)),
                None => "• ".to_owned(),
            };
            let item = |(n, blocks): (usize, &Vec<Block>)| {
                let mut lines: Vec<Line> = blocks.iter().flat_map(flat).collect();
                if let Some(line) = lines.first_mut() {
                    *line = Line::from(mark(n)).then(std::mem::take(line));
                }
                lines
            };
            items.iter().enumerate().flat_map(item).collect()
        }
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Line>| Line::join(cells.iter().cloned(), " · ");
            std::iter::once(head).chain(rows).map(row).collect()
        }
        Block::Details { summary, body } => {
            std::iter::once(Line::new().strong(summary.as_str())).chain(body.iter().flat_map(flat)).collect()
        }
        Block::Quote(blocks) => blocks.iter().flat_map(flat).collect(),
        Block::Code(code) => code_lines(code).split('\n').map(|l| Line::new().code(l)).collect(),
        Block::Picture { title, .. } => vec![title.into()],
        Block::Contents(_) | Block::Rule => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn anchors_are_the_wikis_own() {
        for (heading, anchor) in [
            ("1. What are we building?", "what_are_we_building"),
            ("prompt-injection-direct-visitor-waf", "prompt-injection-direct-visitor-waf"),
            ("Threats that are answered", "threats_that_are_answered"),
            ("2026", "section2026"),
            ("M1: Input  filter", "m1input_filter"),
        ] {
            assert_eq!(section(heading), anchor);
        }
    }
}
