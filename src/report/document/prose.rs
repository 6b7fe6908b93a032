//! Authors' Markdown as blocks, from the events of its parser and never by patterns in its text.

use super::{Block, Inline, Line};
use crate::analysis::Prose;
use crate::report::prose::{escape_markdown, events};
use pulldown_cmark::{Event, Tag, TagEnd};

/// A text as blocks.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut b = Builder::default();
    for event in events(markdown) {
        b.event(event);
    }
    b.finish()
}

/// A rule's prose as blocks: names of the model stay what they are.
pub fn of(prose: &Prose) -> Vec<Block> {
    blocks(&prose.markdown(escape_markdown))
}

/// What is open around the next event.
enum Open {
    /// Blocks of a quotation, an item or the whole.
    Blocks(Vec<Block>),
    /// Running text of what will be a paragraph or a cell.
    Line(Line),
    List(Option<u64>, Vec<Vec<Block>>),
    Table(Vec<Line>, Vec<Vec<Line>>),
    Row(Vec<Line>),
}

#[derive(Default)]
struct Builder {
    done: Vec<Block>,
    open: Vec<Open>,
    code: Option<String>,
    links: Vec<String>,
}

impl Builder {
    fn add(&mut self, block: Block) {
        // What stands in an item without a paragraph of its own is one all the same.
        self.close_loose();
        match self.open.last_mut() {
            Some(Open::Blocks(blocks)) => blocks.push(block),
            _ => self.done.push(block),
        }
    }

    fn inline(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some(Open::Line(line)) => line.0.push(inline),
            // The text of a tight item, or of nothing: a paragraph begins.
            _ => self.open.push(Open::Line(Line(vec![inline]))),
        }
    }

    /// Ends running text that no event ends: that of a tight item.
    fn close_loose(&mut self) {
        if let Some(Open::Line(_)) = self.open.last()
            && let Some(Open::Line(line)) = self.open.pop()
        {
            match self.open.last_mut() {
                Some(Open::Blocks(blocks)) => blocks.push(Block::Paragraph(line)),
                _ => self.done.push(Block::Paragraph(line)),
            }
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(t) => match &mut self.code {
                Some(code) => code.push_str(&t),
                None => self.inline(Inline::Text(t.into_string())),
            },
            Event::Code(t) => self.inline(Inline::Code(t.into_string())),
            Event::SoftBreak => self.inline(Inline::Soft),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.add(Block::Rule),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.open.push(Open::Line(Line::new())),
            Tag::BlockQuote(_) | Tag::Item => {
                self.close_loose();
                self.open.push(Open::Blocks(Vec::new()));
            }
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::List(first) => {
                self.close_loose();
                self.open.push(Open::List(first, Vec::new()));
            }
            Tag::Table(_) => {
                self.close_loose();
                self.open.push(Open::Table(Vec::new(), Vec::new()));
            }
            Tag::TableHead | Tag::TableRow => self.open.push(Open::Row(Vec::new())),
            Tag::TableCell | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                // Emphasis at the start of a tight item begins its paragraph.
                if !matches!(tag, Tag::TableCell) && !matches!(self.open.last(), Some(Open::Line(_))) {
                    self.open.push(Open::Line(Line::new()));
                }
                self.open.push(Open::Line(Line::new()));
            }
            Tag::Link { dest_url, .. } => {
                if !matches!(self.open.last(), Some(Open::Line(_))) {
                    self.open.push(Open::Line(Line::new()));
                }
                self.links.push(dest_url.into_string());
                self.open.push(Open::Line(Line::new()));
            }
            _ => {}
        }
    }

    /// The running text that ends.
    fn line(&mut self) -> Line {
        match self.open.pop() {
            Some(Open::Line(line)) => line,
            Some(other) => {
                self.open.push(other);
                Line::new()
            }
            None => Line::new(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                let line = self.line();
                self.add(Block::Paragraph(line));
            }
            TagEnd::BlockQuote(_) | TagEnd::Item => {
                self.close_loose();
                let Some(Open::Blocks(blocks)) = self.open.pop() else { return };
                match (&tag, self.open.last_mut()) {
                    (TagEnd::Item, Some(Open::List(_, items))) => items.push(blocks),
                    _ => self.add(Block::Quote(blocks)),
                }
            }
            TagEnd::List(_) => {
                if let Some(Open::List(first, items)) = self.open.pop() {
                    self.add(Block::List { first, items });
                }
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.add(Block::Code(code.trim_end_matches('\n').to_owned()));
            }
            TagEnd::Table => {
                if let Some(Open::Table(head, rows)) = self.open.pop() {
                    self.add(Block::Table { head, rows });
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let Some(Open::Row(cells)) = self.open.pop() else { return };
                if let Some(Open::Table(head, rows)) = self.open.last_mut() {
                    match tag {
                        TagEnd::TableHead => *head = cells,
                        _ => rows.push(cells),
                    }
                }
            }
            TagEnd::TableCell => {
                let line = self.line();
                if let Some(Open::Row(cells)) = self.open.last_mut() {
                    cells.push(line);
                }
            }
            TagEnd::Emphasis => self.wrap(Inline::Emphasis),
            TagEnd::Strong => self.wrap(Inline::Strong),
            TagEnd::Strikethrough => self.wrap(Inline::Struck),
            TagEnd::Link => {
                let url = self.links.pop().unwrap_or_default();
                self.wrap(|text| Inline::Outer { url, text });
            }
            _ => {}
        }
    }

    fn wrap(&mut self, what: impl FnOnce(Line) -> Inline) {
        let line = self.line();
        if !line.is_empty() {
            self.inline(what(line));
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.close_loose();
        self.done
    }
}
