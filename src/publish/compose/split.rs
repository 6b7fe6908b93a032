//! Which parts of a document become pages of their own.

use crate::report::document::{Block, Inline, Line};
use crate::report::words;

/// What stands on one page.
pub(super) struct Part {
    /// What it is called inside the publication.
    pub key: String,
    /// The key of the page above.
    pub parent: Option<String>,
    /// Its title; the root's is made elsewhere.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// What stands before the key of a page in the anchor of a link to that page as a whole. No heading has such an anchor.
pub(super) const PAGE: &str = "page:";

/// The key of the root page.
const ROOT: &str = "report";
/// How full a page is made, in percent of what the target bears: links get longer when they lead to another page.
const FULL: usize = 70;
/// The level of headings that begin the cards of threats.
const CARD: usize = 4;

/// The parts of a document, the root first. `size` says how many bytes blocks take in the target's markup.
pub(super) fn parts(
    blocks: Vec<Block>,
    page_bytes: usize,
    views: bool,
    size: &dyn Fn(&[Block]) -> usize,
) -> Vec<Part> {
    let limit = page_bytes.saturating_mul(FULL) / 100;
    let mut root = Part { key: ROOT.to_owned(), parent: None, title: String::new(), blocks };
    let mut children = Vec::new();
    if views {
        root.blocks = views_apart(root.blocks, &mut children);
    }
    if size(&root.blocks) > limit {
        root.blocks = cards_apart(root.blocks, limit, size, &mut children);
    }
    // What is looked up goes first, then the chapters from the last one on: the first page keeps what is read first.
    while size(&root.blocks) > limit {
        let Some((at, title, chapter)) = last_chapter(&mut root.blocks) else { break };
        let pages = filled(pieces(chapter), limit, size);
        let many = pages.len() > 1;
        let mut links = Vec::with_capacity(pages.len());
        for (n, blocks) in pages.into_iter().enumerate() {
            let n = n + 1;
            let (key, title) = match many {
                true => (format!("{}-{n}", slug(&title)), format!("{title} ({n})")),
                false => (slug(&title), title.clone()),
            };
            links.push(vec![Block::Paragraph(to_page(&key, &title))]);
            children.push(Part { key, parent: Some(ROOT.to_owned()), title, blocks });
        }
        root.blocks.insert(at, Block::List { first: None, items: links });
    }
    let mut out = vec![root];
    out.append(&mut children);
    out
}

/// A link to a page of its own.
fn to_page(key: &str, title: &str) -> Line {
    Line::new().inner(format!("{PAGE}{key}"), title)
}

/// A text as a part of a key.
fn slug(text: &str) -> String {
    crate::report::document::anchor(text)
}

/// The text of a heading, if a block is one of at most this level.
fn heading(block: &Block, most: usize) -> Option<&Line> {
    match block {
        Block::Heading { level, text, .. } if *level <= most => Some(text),
        _ => None,
    }
}

/// Takes further pictures out, each with the heading above it and what stands under it, and leaves a list of links.
fn views_apart(blocks: Vec<Block>, out: &mut Vec<Part>) -> Vec<Block> {
    let mut rest = Vec::with_capacity(blocks.len());
    let mut links: Vec<Vec<Block>> = Vec::new();
    let mut at = None;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let title = match (heading(&block, 3), blocks.peek()) {
            (Some(line), Some(Block::Picture { title, svg, png, .. }))
                if line.plain() == words::picture(title) =>
            {
                let file = if svg.is_empty() { png } else { svg };
                Some((title.clone(), file.clone()))
            }
            _ => None,
        };
        let Some((title, file)) = title else {
            rest.push(block);
            continue;
        };
        at.get_or_insert(rest.len());
        // The picture's own file says which view it is, whatever that is called.
        let key = format!("view-{}", slug(&file.replace('.', "-")));
        links.push(vec![Block::Paragraph(to_page(&key, &title))]);
        let mut own = Vec::new();
        // What is said of all pictures stands behind the last and stays.
        let of_all = |line: &Line| line.plain() == words::how_to_read(2);
        while let Some(next) = blocks.peek() {
            if matches!(next, Block::Heading { .. }) || matches!(next, Block::Paragraph(l) if of_all(l)) {
                break;
            }
            own.extend(blocks.next());
        }
        out.push(Part { key, parent: Some(ROOT.to_owned()), title, blocks: own });
    }
    if let Some(at) = at {
        rest.insert(at, Block::List { first: None, items: links });
    }
    rest
}

/// Takes the cards of threats out, sorted by their names, so that a threat that comes or goes moves few others.
fn cards_apart(
    blocks: Vec<Block>,
    limit: usize,
    size: &dyn Fn(&[Block]) -> usize,
    out: &mut Vec<Part>,
) -> Vec<Block> {
    let mut rest = Vec::with_capacity(blocks.len());
    let mut cards: Vec<(String, Vec<Block>)> = Vec::new();
    let mut in_card = false;
    for block in blocks {
        match &block {
            Block::Heading { level: CARD, anchor, .. } if !anchor.is_empty() => {
                in_card = true;
                cards.push((anchor.clone(), vec![block]));
                continue;
            }
            Block::Heading { .. } => in_card = false,
            _ => {}
        }
        match cards.last_mut().filter(|_| in_card) {
            Some((_, card)) => card.push(block),
            None => rest.push(block),
        }
    }
    cards.sort_by(|a, b| a.0.cmp(&b.0));
    let pages = filled(cards.into_iter().map(|(_, blocks)| blocks).collect(), limit, size);
    for (n, blocks) in pages.into_iter().enumerate() {
        let n = n + 1;
        let (key, title) = (format!("threats-{n}"), format!("Threats {n}"));
        out.push(Part { key, parent: Some(ROOT.to_owned()), title, blocks });
    }
    rest
}

/// Takes out what stands in the last chapter that still holds anything: where links to its pages go, its title, and what
/// it held. Its heading stays, as other links lead there.
fn last_chapter(blocks: &mut Vec<Block>) -> Option<(usize, String, Vec<Block>)> {
    let is_chapter = |b: &Block| matches!(b, Block::Heading { level: 2, anchor, .. } if !anchor.is_empty());
    let went = |held: &[Block]| match held {
        [] => true,
        [Block::List { items, .. }] => items.iter().all(|item| match item.as_slice() {
            [Block::Paragraph(Line(line))] => {
                matches!(line.as_slice(), [Inline::Inner { anchor, .. }] if anchor.starts_with(PAGE))
            }
            _ => false,
        }),
        _ => false,
    };
    let mut until = blocks.len();
    loop {
        let at = blocks.get(..until)?.iter().rposition(is_chapter)?;
        let end = blocks.iter().skip(at + 1).position(|b| heading(b, 2).is_some());
        let end = end.map_or(blocks.len(), |n| at + 1 + n);
        if !blocks.get(at + 1..end).is_none_or(went) {
            let title = blocks.get(at).and_then(|b| heading(b, 2)).map(Line::plain)?;
            let held = blocks.drain(at + 1..end).collect();
            return Some((at + 1, title, held));
        }
        until = at;
    }
}

/// Blocks in pieces, each of which begins with a heading of at most the third level, but for the first.
fn pieces(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut out: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        let new = heading(&block, 3).is_some();
        match out.last_mut().filter(|_| !new) {
            Some(piece) => piece.push(block),
            None => out.push(vec![block]),
        }
    }
    out
}

/// Pieces put on as few pages as hold them in their order. One that no page holds is cut.
fn filled(pieces: Vec<Vec<Block>>, limit: usize, size: &dyn Fn(&[Block]) -> usize) -> Vec<Vec<Block>> {
    let mut out: Vec<Vec<Block>> = Vec::new();
    let mut full = 0;
    let fitting = pieces.into_iter().flat_map(|piece| {
        if size(&piece) <= limit {
            vec![piece]
        } else {
            piece.into_iter().flat_map(|b| cut(b, limit, size)).map(|b| vec![b]).collect()
        }
    });
    for mut piece in fitting {
        let bytes = size(&piece);
        match out.last_mut().filter(|_| full + bytes <= limit) {
            Some(page) => {
                page.append(&mut piece);
                full += bytes;
            }
            None => {
                out.push(piece);
                full = bytes;
            }
        }
    }
    out
}

/// A block in blocks that fit, if it can be cut: a table between its rows, a list between its items, what is folded
/// likewise.
fn cut(block: Block, limit: usize, size: &dyn Fn(&[Block]) -> usize) -> Vec<Block> {
    let bytes = size(std::slice::from_ref(&block));
    if bytes <= limit {
        return vec![block];
    }
    // A quarter of a page each, so that pages fill well and rows that are longer than others find room.
    let shares = (bytes / (limit / 4).max(1) + 1).max(2);
    let chunk = |n: usize| n.div_ceil(shares).max(1);
    match block {
        Block::Table { head, rows } => {
            let rows: Vec<&[Vec<Line>]> = rows.chunks(chunk(rows.len())).collect();
            rows.into_iter().map(|rows| Block::Table { head: head.clone(), rows: rows.to_vec() }).collect()
        }
        Block::List { first, items } => {
            let step = chunk(items.len());
            let items: Vec<&[Vec<Block>]> = items.chunks(step).collect();
            let from = |n: usize| first.map(|f| f.saturating_add((n * step) as u64));
            items
                .into_iter()
                .enumerate()
                .map(|(n, items)| Block::List { first: from(n), items: items.to_vec() })
                .collect()
        }
        Block::Details { summary, body } => {
            let body: Vec<Block> = body.into_iter().flat_map(|b| cut(b, limit, size)).collect();
            body.into_iter().map(|b| Block::Details { summary: summary.clone(), body: vec![b] }).collect()
        }
        other => vec![other],
    }
}
