//! The report as Markdown that reads well as it stands, in one of several dialects.
//!
//! There is one writer. What differs between programs that show Markdown is in [`dialect`], as data. No raw HTML
//! but `<details>`, `<summary>` and `<br/>`; blank lines around every block; every text is escaped for the place
//! where it lands ([`escape`]).

use super::document::{self, Block, Document, Inline, Line, Mood};
use super::{Picture, Report};
use crate::source::percent_encoded;
use crate::threads::in_blocks;
use dialect::{Alert, Contents, Dialect, Shown};

pub mod dialect;
pub mod escape;

/// The report as Markdown of GitHub. The first picture is the main one; without any, none is shown.
pub fn write(report: &Report, pictures: &[Picture]) -> String {
    write_for(report, pictures, &dialect::GFM)
}

/// The report in a dialect.
pub fn write_for(report: &Report, pictures: &[Picture], dialect: &Dialect) -> String {
    render(&document::write(report, pictures), dialect)
}

/// How many blocks are written at a time; threads share them.
const BLOCK: usize = 512;

/// A document as Markdown.
pub fn render(document: &Document, dialect: &Dialect) -> String {
    let mut w = Writer { out: String::with_capacity(1 << 16), dialect, prefix: String::new() };
    if !dialect.front.is_empty() {
        // A text of JSON is one of YAML as well.
        let title = serde_json::Value::from(escape::title(&document.title)).to_string();
        w.out.push_str(&dialect.front.replace("{title}", &title));
        w.gap();
    }
    let shown: Vec<&Block> = document.blocks.iter().filter(|b| w.shows(b)).collect();
    let (parts, ()) = in_blocks(
        shown.len(),
        BLOCK,
        (),
        || (),
        |(), range| {
            let mut w = Writer { out: String::new(), dialect, prefix: String::new() };
            w.each(shown.get(range).unwrap_or_default().iter().copied());
            w.out
        },
    );
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            w.gap();
        }
        w.out.push_str(part);
    }
    w.out.push('\n');
    w.out
}

/// Blocks that stand in the text of others, as those of a comment.
pub fn blocks(blocks: &[Block], dialect: &Dialect) -> String {
    let mut w = Writer { out: String::new(), dialect, prefix: String::new() };
    w.blocks(blocks);
    w.out
}

/// What stands around running text.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Around {
    /// A paragraph, in which authors' line ends stay.
    Paragraph,
    /// One line: a heading, or a cell.
    OneLine,
}

struct Writer<'a> {
    out: String,
    dialect: &'a Dialect,
    /// What stands before each line: marks of quotations and the depth of lists.
    prefix: String,
}

impl Writer<'_> {
    fn newline(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
        self.out.push_str(&self.prefix);
    }

    /// A blank line.
    fn gap(&mut self) {
        self.newline();
        self.newline();
    }

    fn raw(&mut self, text: &str) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.newline();
            }
            self.out.push_str(line);
        }
    }

    /// Writes with more before each line.
    fn within(&mut self, more: &str, write: impl FnOnce(&mut Self)) {
        let before = self.prefix.len();
        self.prefix.push_str(more);
        write(self);
        self.prefix.truncate(before);
    }

    /// Whether a block is written at all.
    fn shows(&self, block: &Block) -> bool {
        self.dialect.contents != Contents::Beside || !matches!(block, Block::Contents(_))
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let shown: Vec<&Block> = blocks.iter().filter(|b| self.shows(b)).collect();
        self.each(shown.into_iter());
    }

    fn each<'b>(&mut self, blocks: impl Iterator<Item = &'b Block>) {
        for (n, block) in blocks.enumerate() {
            if n > 0 {
                self.gap();
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, .. } => {
                self.out.push_str(&"#".repeat(*level));
                self.out.push(' ');
                self.line(text, Around::OneLine);
                // Signs at its end would close it and go.
                if self.out.ends_with('#') {
                    self.out.insert(self.out.len() - 1, '\\');
                }
            }
            Block::Paragraph(line) => self.line(line, Around::Paragraph),
            Block::List { first, items } => self.list(*first, items),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Details { summary, body } => {
                self.out.push_str(self.dialect.details);
                self.newline();
                self.out.push_str("<summary>");
                escape::html(&mut self.out, summary);
                self.out.push_str("</summary>");
                self.gap();
                self.blocks(body);
                self.gap();
                self.out.push_str("</details>");
            }
            Block::Alert { mood, text } => self.alert(*mood, text),
            Block::Quote(blocks) => {
                self.out.push_str("> ");
                self.within("> ", |w| w.blocks(blocks));
            }
            Block::Code(code) => self.code(code),
            Block::Picture { title, svg, png, .. } => self.picture(title, svg, png),
            Block::Contents(headings) => match self.dialect.contents {
                Contents::Links => {
                    let links = headings.iter().map(|(text, to)| Line::new().inner(to, text));
                    self.line(&Line::join(links, " · "), Around::Paragraph);
                }
                Contents::Mark(mark) => self.out.push_str(mark),
                Contents::Beside => {}
            },
            Block::Rule => self.out.push_str("---"),
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>]) {
        let loose = items.iter().any(|i| i.iter().filter(|b| matches!(b, Block::Paragraph(_))).count() > 1);
        for (n, item) in items.iter().enumerate() {
            match (n, loose) {
                (0, _) => {}
                (_, true) => self.gap(),
                (_, false) => self.newline(),
            }
            let mut mark = match first {
                Some(first) => format!("{}. ", first.saturating_add(n as u64)),
                None => "- ".to_owned(),
            };
            let width = self.dialect.indent.unwrap_or(mark.len());
            if self.dialect.indent.is_some() && first.is_some() {
                mark = format!("{mark:<width$}");
            }
            self.out.push_str(&mark);
            self.within(&" ".repeat(width), |w| {
                for (k, block) in item.iter().enumerate() {
                    match block {
                        _ if k == 0 => {}
                        // A list in a tight item stands under its text.
                        Block::List { .. } if !loose && w.dialect.nested_code => w.newline(),
                        _ => w.gap(),
                    }
                    w.block(block);
                }
            });
        }
    }

    fn table(&mut self, head: &[Line], rows: &[Vec<Line>]) {
        self.row(head, head.len());
        self.newline();
        self.out.push('|');
        self.out.push_str(&" --- |".repeat(head.len()));
        for row in rows {
            self.newline();
            self.row(row, head.len());
        }
    }

    fn row(&mut self, cells: &[Line], columns: usize) {
        self.out.push('|');
        let empty = Line::new();
        for cell in cells.iter().chain(std::iter::repeat(&empty)).take(columns) {
            self.out.push(' ');
            self.line(cell, Around::OneLine);
            self.out.push_str(" |");
        }
    }

    fn alert(&mut self, mood: Mood, text: &Line) {
        let quoted = match mood {
            Mood::Bad => "[!CAUTION]",
            Mood::Open => "[!WARNING]",
            Mood::Good => "[!TIP]",
        };
        let word = match mood {
            Mood::Bad => "danger",
            Mood::Open => "warning",
            Mood::Good => "tip",
        };
        match self.dialect.alert {
            Alert::Quoted => {
                self.raw(&format!("> {quoted}\n> "));
                self.within("> ", |w| w.line(text, Around::Paragraph));
            }
            Alert::Plain => {
                self.out.push_str("> ");
                self.within("> ", |w| w.line(text, Around::Paragraph));
            }
            Alert::Indented => {
                // Without a title of its own it would get the word.
                self.out.push_str(&format!("!!! {word} \"\""));
                self.within("    ", |w| {
                    w.newline();
                    w.line(text, Around::Paragraph);
                });
            }
            Alert::Colons => {
                self.out.push_str(&format!(":::{word}"));
                self.gap();
                self.line(text, Around::Paragraph);
                self.gap();
                self.out.push_str(":::");
            }
            Alert::Directive => {
                self.out.push_str(&format!("```{{{word}}}"));
                self.newline();
                self.line(text, Around::Paragraph);
                self.newline();
                self.out.push_str("```");
            }
        }
    }

    fn code(&mut self, code: &str) {
        let code = escape::clean(code);
        if !self.prefix.is_empty() && !self.dialect.nested_code {
            let lines = code.split('\n').map(|l| Line::new().code(l));
            return self.line(&Line::stacked(lines), Around::Paragraph);
        }
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.out.push_str(&fence);
        self.newline();
        self.raw(&code);
        self.newline();
        self.out.push_str(&fence);
    }

    fn picture(&mut self, title: &str, svg: &str, png: &str) {
        let (svg, png) = (percent_encoded(svg), percent_encoded(png));
        let mut label = String::new();
        escape::text(&mut label, title, self.dialect, false);
        let shown = |file: &str| format!("![{label}](./{file})");
        let written = match (png.as_str(), svg.as_str(), self.dialect.picture) {
            (png, "", _) | (png, _, Shown::Png) if !png.is_empty() => shown(png),
            ("", svg, _) | (_, svg, Shown::Svg) => shown(svg),
            (png, svg, _) => format!("[{}](./{svg})", shown(png)),
        };
        self.out.push_str(&written);
    }

    fn line(&mut self, line: &Line, around: Around) {
        let mut start = around == Around::Paragraph;
        for inline in &line.0 {
            self.inline(inline, around, start);
            start = matches!(inline, Inline::Soft) && around == Around::Paragraph;
        }
    }

    fn inline(&mut self, inline: &Inline, around: Around, start: bool) {
        match inline {
            Inline::Text(text) => escape::text(&mut self.out, text, self.dialect, start),
            Inline::Strong(line) => self.marked("**", line),
            Inline::Emphasis(line) => self.marked("*", line),
            Inline::Struck(line) if self.dialect.entities.contains('~') => self.line(line, Around::OneLine),
            Inline::Struck(line) => self.marked("~~", line),
            Inline::Code(text) => escape::code(&mut self.out, text, self.dialect, start),
            Inline::Inner { anchor, text } => self.link(text, &format!("#{anchor}")),
            Inline::Outer { url, text } => self.link(text, &escape::address(url)),
            Inline::Page { page, anchor, text } if anchor.is_empty() => {
                self.link(text, &escape::address(page))
            }
            Inline::Page { page, anchor, text } => {
                self.link(text, &format!("{}#{anchor}", escape::address(page)));
            }
            Inline::Attached { file, text } => self.link(text, &format!("./{}", percent_encoded(file))),
            Inline::Break => self.out.push_str("<br/>"),
            Inline::Soft if around == Around::Paragraph => self.newline(),
            Inline::Soft => self.out.push(' '),
        }
    }

    /// Emphasis; blanks at the ends stand outside of it, where they do not undo it.
    fn marked(&mut self, mark: &str, line: &Line) {
        self.out.push_str(mark);
        let from = self.out.len();
        self.line(line, Around::OneLine);
        let inner = self.out.split_off(from);
        let text = inner.trim();
        let (before, after) = (inner.starts_with(' '), inner.ends_with(' '));
        if text.is_empty() {
            self.out.truncate(from - mark.len());
            return;
        }
        if before {
            self.out.insert(from - mark.len(), ' ');
        }
        self.out.push_str(text);
        self.out.push_str(mark);
        if after {
            self.out.push(' ');
        }
    }

    fn link(&mut self, text: &Line, target: &str) {
        self.out.push('[');
        let from = self.out.len();
        self.line(text, Around::OneLine);
        // An address in it would be made a link of its own, and end this one.
        if self.out.get(from..).is_some_and(|t| t.contains("://") || t.contains("www.")) {
            let text = self.out.split_off(from);
            self.out.push_str(&text.replace("://", "&#58;//").replace("www.", "www&#46;"));
        }
        self.out.push_str("](");
        self.out.push_str(target);
        self.out.push(')');
    }
}
