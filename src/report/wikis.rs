//! The report in the markups of wikis, each from the same document: one file a markup, with its escapes beside it.
//!
//! A writer takes blocks and gives text; it asks no wiki anything and knows no report. What it must know beside the
//! blocks is [`Around`]. All texts are hostile where they land: a writer escapes each for its place, so that a wiki
//! reads it as what it is and nothing else. `tests/wikis` holds what each markup makes of which block, and
//! `tests/published` asks real wikis.

pub mod confluence;
pub mod dokuwiki;
pub mod mediawiki;

use super::document::{Block, Document, Inline, Line};
use super::words;
use crate::model::responses::RiskLevel;
use std::collections::HashMap;

/// What a writer must know beside the blocks of its page.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The text of each heading to which links lead, by its anchor, on whatever page it stands: some wikis make
    /// anchors of nothing else.
    pub headings: HashMap<String, String>,
    /// Whether the wiki makes places in pictures lead somewhere.
    pub image_maps: bool,
}

impl Around {
    /// The headings of these documents.
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Around {
        let mut headings = HashMap::new();
        for document in documents {
            collect(&document.blocks, &mut headings);
        }
        Around { headings, image_maps: true }
    }
}

fn collect(blocks: &[Block], headings: &mut HashMap<String, String>) {
    for block in blocks {
        match block {
            Block::Heading { anchor, text, .. } if !anchor.is_empty() => {
                headings.entry(anchor.clone()).or_insert_with(|| text.plain());
            }
            Block::Details { body, .. } => collect(body, headings),
            _ => {}
        }
    }
}

/// The severity that a text stands for, if it is a badge and nothing else: `▲ high`.
fn severity(text: &str) -> Option<RiskLevel> {
    let (shape, word) = text.trim().split_once(' ')?;
    RiskLevel::ALL.iter().copied().find(|l| words::shape(*l) == shape && l.word() == word)
}

/// The severity of a line that is a badge and nothing else.
fn badge(line: &Line) -> Option<RiskLevel> {
    match line.0.as_slice() {
        [Inline::Text(text)] => severity(text),
        _ => None,
    }
}

/// Whether a list can be written with one line an item: each is a paragraph, with such lists in it.
fn is_plain(items: &[Vec<Block>]) -> bool {
    items.iter().all(|item| match item.split_first() {
        Some((Block::Paragraph(_), rest)) => {
            rest.iter().all(|b| matches!(b, Block::List { items, first: None | Some(1) } if is_plain(items)))
        }
        _ => false,
    })
}

/// The level of headings that begin cards of threats.
const CARD: usize = 4;

/// The document with what stands in each card of a threat folded, but for its first paragraph: on a page that folds,
/// a reader sees which threats there are before reading any.
pub fn folded(document: &Document) -> Document {
    let mut blocks = Vec::with_capacity(document.blocks.len());
    let mut rest = document.blocks.iter().cloned().peekable();
    while let Some(block) = rest.next() {
        let card = matches!(&block, Block::Heading { level: CARD, anchor, .. } if !anchor.is_empty());
        blocks.push(block);
        if !card {
            continue;
        }
        if let Some(Block::Paragraph(_)) = rest.peek() {
            blocks.extend(rest.next());
        }
        let mut body = Vec::new();
        while rest.peek().is_some_and(|b| !matches!(b, Block::Heading { .. })) {
            body.extend(rest.next());
        }
        if !body.is_empty() {
            blocks.push(Block::Details { summary: words::card::FOLDED.to_owned(), body });
        }
    }
    Document { title: document.title.clone(), blocks }
}

/// A text on one line: each run of blanks and line ends is one blank.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if super::prose::is_unsafe(c) || is_no_sign(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Lines of code without what a text has no use for; their ends and blanks stay.
fn code_lines(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    plain.chars().map(|c| if super::prose::is_unsafe(c) || is_no_sign(c) { '\u{fffd}' } else { c }).collect()
}

/// Code points that no text may have, and that XML forbids.
fn is_no_sign(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Running text in pieces, with texts that stand side by side joined: what a wiki reads does not end where a piece
/// of ours does.
fn joined(line: &Line) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(line.0.len());
    for inline in &line.0 {
        let text = match inline {
            Inline::Text(t) => t.as_str(),
            Inline::Soft => " ",
            other => {
                out.push(other.clone());
                continue;
            }
        };
        match out.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => out.push(Inline::Text(text.to_owned())),
        }
    }
    out
}

/// An address as it may stand where some signs end it or mean something: these are percent-encoded.
fn address(url: &str, signs: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if signs.contains(c) || c.is_whitespace() || c.is_control() {
            let mut bytes = [0; 4];
            for b in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{b:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}
