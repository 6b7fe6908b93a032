//! A document while it is written: the blocks so far, and what all sections need.

use super::{Block, Document, Frame, Line, Spot, anchor, prose};
use crate::model::responses::RiskLevel;
use crate::report::data::{Report, Threat};
use crate::report::names::Names;
use crate::report::words::{note, word};
use crate::report::{Picture, Place, areas, words};
use crate::threads::in_blocks;
use std::collections::{HashMap, HashSet};

/// What stands where there is nothing to say.
pub(super) const NONE: &str = "–";
/// How many threats are written at a time.
const BLOCK: usize = 64;
/// Above this many rows a table for reference folds.
const LONG: usize = 10;

/// The report as a document. The first picture is the main one; without any, none is shown.
pub fn write(report: &Report, pictures: &[Picture]) -> Document {
    let (names, leads) = (Names::new(report), areas::Leads::of(report));
    let mut page = Page::new(report, &names, &leads, pictures, HashSet::new());
    page.all();
    let taken = page.taken();
    if !taken.is_empty() {
        // A heading has the anchor of a threat: such threats get another one.
        page = Page::new(report, &names, &leads, pictures, taken);
        page.all();
    }
    Document { title: report.model.title.clone(), blocks: page.blocks }
}

pub(super) struct Page<'a> {
    pub report: &'a Report,
    pub names: &'a Names<'a>,
    pictures: &'a [Picture],
    /// Where clicks on pictures lead.
    leads: &'a areas::Leads<'a>,
    blocks: Vec<Block>,
    /// Slugs of threats that a heading before theirs has as its anchor.
    taken: HashSet<String>,
}

impl<'a> Page<'a> {
    fn new(
        report: &'a Report,
        names: &'a Names<'a>,
        leads: &'a areas::Leads<'a>,
        pictures: &'a [Picture],
        taken: HashSet<String>,
    ) -> Self {
        Page { report, names, pictures, leads, blocks: Vec::new(), taken }
    }

    /// Writes what there is for each of many threats; threads share that.
    pub fn each(&mut self, threats: &[&Threat], write: impl Fn(&mut Page<'a>, &Threat) + Sync) {
        let (report, names, leads, pictures, taken) =
            (self.report, self.names, self.leads, self.pictures, &self.taken);
        let new = || Page::new(report, names, leads, pictures, taken.clone());
        let (blocks, _) = in_blocks(threats.len(), BLOCK, new(), new, |page, range| {
            for t in threats.get(range).unwrap_or_default() {
                write(page, t);
            }
            std::mem::take(&mut page.blocks)
        });
        for mine in blocks {
            self.blocks(mine);
        }
    }

    fn all(&mut self) {
        self.first();
        self.building();
        self.wrong();
        self.doing();
        self.enough();
        self.appendix();
    }

    /// The anchors of threats that lead elsewhere, since headings before theirs are alike: programs number those
    /// that come again.
    fn taken(&self) -> HashSet<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut out = HashSet::new();
        for block in &self.blocks {
            let Block::Heading { anchor: wanted, text, .. } = block else { continue };
            let base = anchor(&text.plain());
            let mut id = base.clone();
            while seen.contains_key(&id) {
                let n = seen.entry(base.clone()).or_insert(0);
                *n += 1;
                id = format!("{base}-{n}");
            }
            seen.insert(id.clone(), 0);
            if !wanted.is_empty() && *wanted != id {
                out.insert(wanted.clone());
            }
        }
        out
    }

    /// A heading of the third level by the name of its words, with the sentence under it if it has one.
    pub fn section(&mut self, name: &'static str) {
        self.section_at(3, name);
    }

    pub fn section_at(&mut self, level: usize, name: &'static str) {
        self.heading(level, word(name));
        if let Some(note) = note(name) {
            self.paragraph(note);
        }
    }

    pub fn block(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub fn blocks(&mut self, mut blocks: Vec<Block>) {
        self.blocks.append(&mut blocks);
    }

    /// A heading to which no link leads.
    pub fn heading(&mut self, level: usize, text: impl Into<Line>) {
        self.block(Block::Heading { level, anchor: String::new(), text: text.into() });
    }

    /// A heading to which links lead.
    pub fn target(&mut self, level: usize, text: &str) {
        self.block(Block::Heading { level, anchor: anchor(text), text: text.into() });
    }

    pub fn paragraph(&mut self, text: impl Into<Line>) {
        self.block(Block::Paragraph(text.into()));
    }

    /// Authors' Markdown, if there is any.
    pub fn prose(&mut self, markdown: &str) {
        if !markdown.trim().is_empty() {
            self.blocks(prose::blocks(markdown));
        }
    }

    pub fn list(&mut self, items: impl IntoIterator<Item = Line>) {
        let items: Vec<Vec<Block>> = items.into_iter().map(|i| vec![Block::Paragraph(i)]).collect();
        if !items.is_empty() {
            self.block(Block::List { first: None, items });
        }
    }

    pub fn table(&mut self, head: &[&str], rows: Vec<Vec<Line>>) {
        if rows.is_empty() {
            return self.paragraph(word("none"));
        }
        self.block(Block::Table { head: head.iter().map(|h| Line::from(*h)).collect(), rows });
    }

    /// A table to look things up in, which folds when it is long.
    pub fn reference(&mut self, what: &str, head: &[&str], rows: Vec<Vec<Line>>) {
        if rows.len() > LONG {
            self.details(words::count(rows.len(), what), |p| p.table(head, rows));
        } else {
            self.table(head, rows);
        }
    }

    pub fn details(&mut self, summary: impl Into<String>, body: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.blocks);
        body(self);
        let body = std::mem::replace(&mut self.blocks, outer);
        self.block(Block::Details { summary: summary.into(), body });
    }

    /// The pictures of a part of the report that have a file beside it.
    pub fn shown(&self, place: Place) -> impl Iterator<Item = &'a Picture> + use<'a> {
        let pictures = self.pictures;
        pictures.iter().filter(move |p| p.place == place && !(p.svg_file.is_empty() && p.png_file.is_empty()))
    }

    pub fn picture(&mut self, p: &Picture) {
        self.block(Block::Picture {
            title: p.title.clone(),
            svg: p.svg_file.clone(),
            png: p.png_file.clone(),
            frame: self.frame(p),
        });
        self.prose(&p.about);
    }

    /// A picture's size, and where its areas lead: each to the worst threat at what is drawn there.
    fn frame(&self, p: &Picture) -> Frame {
        let spots = p.areas.iter().filter_map(|a| {
            let t = self.leads.to(a)?;
            let anchor = if t.status.is_unsettled() { self.card_anchor(t) } else { anchor(words::ANSWERED) };
            let (x, y, width, height) = (a.x, a.y, a.width, a.height);
            Some(Spot { x, y, width, height, page: String::new(), anchor, title: a.title.clone() })
        });
        Frame { width: p.width, height: p.height, pixels: p.pixels, spots: spots.collect() }
    }

    /// All pictures of a part of the report that is no diagram.
    pub fn figures(&mut self, place: Place) {
        for p in self.shown(place) {
            self.picture(p);
        }
    }

    /// The anchor of a threat's card.
    pub fn card_anchor(&self, t: &Threat) -> String {
        if self.taken.contains(&t.slug) { format!("threat-{}", t.slug) } else { t.slug.clone() }
    }

    /// A link to a threat: to its card, or to the list of those that are settled and have none.
    pub fn link(&self, t: &Threat) -> Line {
        match t.status.is_unsettled() {
            true => Line::new().inner(self.card_anchor(t), &t.title),
            false => Line::new().inner(anchor(words::ANSWERED), &t.title),
        }
    }

    pub fn threat(&self, id: &str) -> Line {
        self.names.threat(id).map_or_else(|| id.into(), |t| self.link(t))
    }

    pub fn threats(&self, ids: &[String]) -> Line {
        if ids.is_empty() {
            return NONE.into();
        }
        Line::join(ids.iter().map(|i| self.threat(i)), ", ")
    }

    pub fn ids(&self, ids: &[String]) -> Line {
        cell(self.names.list(ids))
    }
}

/// A cell of plain text.
pub(super) fn cell(text: impl Into<String>) -> Line {
    let text = text.into();
    if text.trim().is_empty() { NONE.into() } else { text.into() }
}

pub(super) fn maybe(text: Option<&String>) -> Line {
    text.map_or_else(|| NONE.into(), cell)
}

/// Tags behind a label, on a line of their own.
pub(super) fn tagged(label: impl Into<Line>, tags: &[String]) -> Line {
    match tags {
        [] => label.into(),
        tags => Line::stacked([label.into(), words::parts::tags(tags).into()]),
    }
}

/// A day with whether it is over.
pub(super) fn day(due: Option<&String>, overdue: bool) -> Line {
    match (due, overdue) {
        (Some(d), true) => words::answers::overdue(d).into(),
        (Some(d), false) => d.into(),
        (None, _) => NONE.into(),
    }
}

pub(super) fn badge(level: RiskLevel) -> String {
    format!("{} {level}", words::shape(level))
}
