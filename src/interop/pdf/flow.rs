//! Blocks set on pages, one under the other: where each line, rule and picture stands. Nothing is drawn here, since
//! the contents ask for the pages of headings before any page can be drawn.

use super::faces::Faces;
use super::lines::{Piece, Row, Setting};
use super::{Shown, table};
use crate::report::document::{Block, Line, Mood};
use std::collections::BTreeMap;

/// A4 in points.
pub(super) const SHORT: f32 = 595.28;
pub(super) const LONG: f32 = 841.89;
/// Room at the edges.
pub(super) const SIDE: f32 = 42.0;
const HEAD: f32 = 52.0;
const FOOT: f32 = 50.0;
/// Sizes of letters by the level of a heading.
const HEADINGS: [f32; 4] = [22.0, 15.0, 11.5, 9.5];
const BODY: f32 = 9.0;
/// Room for what follows a heading.
const AFTER: f32 = 40.0;
pub(super) const CELL: f32 = 7.5;
/// From line to line, in parts of the size.
pub(super) const LEADING: f32 = 1.38;
/// How far what belongs to something else is indented.
const INDENT: f32 = 14.0;
/// How many boxes deep blocks go on being indented.
const DEEP: usize = 8;
/// A picture that is wider than these units can only be read on a page that lies on its side.
const BROAD: f32 = 1400.0;

/// Room for what stands under a picture.
const CAPTION: f32 = BODY * LEADING + 6.0;

/// The part of its size to which a picture shrinks rather than leave the page.
const STAYS: f32 = 0.8;

/// Colours of a document.
#[derive(Copy, Clone, PartialEq)]
pub(super) enum Ink {
    Text,
    Dim,
    Link,
    Line,
    Shade,
    Bad,
    Open,
    Good,
}

/// Something on a page, from its upper left corner.
pub(super) enum Mark {
    /// Text on its baseline.
    Text { x: f32, y: f32, size: f32, ink: Ink, piece: Piece },
    /// An area in one colour.
    Area { x: f32, y: f32, width: f32, height: f32, ink: Ink },
    /// A picture by its place in the list, at a scale.
    Picture { x: f32, y: f32, scale: f32, number: usize },
}

/// A page.
pub(super) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
}

/// A heading for the outline and the contents.
pub(super) struct Place {
    pub level: usize,
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// The size of letters of a heading.
fn letters(level: usize) -> f32 {
    HEADINGS.get(level.saturating_sub(1)).copied().unwrap_or(BODY)
}

/// Pages while they are filled.
pub(super) struct Flow<'a> {
    pub faces: &'a Faces,
    pub pictures: &'a [Shown],
    pub sheets: Vec<Sheet>,
    pub places: Vec<Place>,
    /// Page and height of each anchor.
    pub anchors: BTreeMap<String, (usize, f32)>,
    /// The left edge of what is set now.
    pub left: f32,
    y: f32,
    depth: usize,
}

impl<'a> Flow<'a> {
    pub fn new(faces: &'a Faces, pictures: &'a [Shown]) -> Self {
        let mut flow = Flow {
            faces,
            pictures,
            sheets: Vec::new(),
            places: Vec::new(),
            anchors: BTreeMap::new(),
            left: SIDE,
            y: 0.0,
            depth: 0,
        };
        flow.turn(false);
        flow
    }

    /// A new page, which may lie on its side.
    pub fn turn(&mut self, broad: bool) {
        let (width, height) = if broad { (LONG, SHORT) } else { (SHORT, LONG) };
        self.sheets.push(Sheet { width, height, marks: Vec::new() });
        self.y = HEAD;
    }

    /// Goes on at the top of a page, if something stands on this one.
    pub fn fresh(&mut self) {
        if self.sheets.last().is_none_or(|s| !s.marks.is_empty() || s.width > s.height) {
            self.turn(false);
        }
    }

    fn size(&self) -> (f32, f32) {
        self.sheets.last().map_or((SHORT, LONG), |s| (s.width, s.height))
    }

    /// How wide lines are.
    pub fn width(&self) -> f32 {
        self.size().0 - SIDE - self.left
    }

    /// How far down one can go.
    pub fn bottom(&self) -> f32 {
        self.size().1 - FOOT
    }

    /// Where the next thing stands.
    pub fn at(&self) -> f32 {
        self.y
    }

    /// Whether something of a height has to stand on the next page; true then.
    pub fn make_room(&mut self, height: f32) -> bool {
        let full = self.y + height > self.bottom() && self.y > HEAD;
        if full {
            self.turn(false);
        }
        full
    }

    pub fn down(&mut self, by: f32) {
        self.y += by;
    }

    pub fn mark(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.marks.push(mark);
        }
    }

    /// Sets one line of text whose upper edge is `y`.
    pub fn row(&mut self, row: Row, x: f32, y: f32, size: f32, ink: Ink) {
        for piece in row.pieces {
            let at = x + piece.x;
            if piece.style.code {
                let (width, height) = (piece.width, size * 1.2);
                self.mark(Mark::Area { x: at, y: y + size * 0.1, width, height, ink: Ink::Shade });
            }
            let ink = if piece.style.link.is_some() { Ink::Link } else { ink };
            self.mark(Mark::Text { x: at, y: y + size * 1.05, size, ink, piece });
        }
    }

    /// Sets running text.
    pub fn lines(&mut self, line: &Line, size: f32, bold: bool, ink: Ink) {
        let setting = Setting { faces: self.faces, size, bold };
        for row in setting.wrap(line, self.width()) {
            self.make_room(size * LEADING);
            let (x, y) = (self.left, self.y);
            self.row(row, x, y, size, ink);
            self.y += size * LEADING;
        }
    }

    /// Blocks one under the other.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for (n, block) in blocks.iter().enumerate() {
            if let Block::Heading { .. } = block {
                // Headings stand with what follows them, and with one another.
                let rest = blocks.get(n..).unwrap_or_default();
                let run = rest
                    .iter()
                    .map_while(|b| if let Block::Heading { level, .. } = b { Some(*level) } else { None });
                let levels: Vec<usize> = run.collect();
                let own: f32 = levels.iter().map(|level| letters(*level) * (LEADING + 1.0)).sum();
                let with = own + self.ahead(rest.get(levels.len()..).unwrap_or_default()).max(AFTER);
                // What fits on no page together need not begin on a new one.
                let fits = with <= self.bottom() - HEAD;
                self.make_room(if fits { with } else { own + AFTER });
            }
            self.block(block);
        }
    }

    /// The room that blocks behind a heading ask for, so that it does not stand alone: a paragraph with what it speaks
    /// of, the beginning of a table, a picture as small as it may become.
    fn ahead(&self, blocks: &[Block]) -> f32 {
        match blocks {
            [Block::Paragraph(line), rest @ ..] => {
                let setting = Setting { faces: self.faces, size: BODY, bold: false };
                let own = setting.wrap(line, self.width()).len() as f32 * BODY * LEADING + 4.0;
                let shown = matches!(rest.first(), Some(Block::Table { .. } | Block::Picture { .. }));
                own + if shown { self.ahead(rest) } else { 0.0 }
            }
            [Block::Table { head, rows }, ..] => table::least(self, head, rows),
            [Block::Picture { svg, .. }, ..] => self.shown(svg).map_or(0.0, |(_, shown)| {
                let (width, height) = (shown.tree.size().width(), shown.tree.size().height());
                let broad = width > BROAD && width > height;
                if broad { 0.0 } else { height * self.scale(width, height) * STAYS + CAPTION }
            }),
            _ => 0.0,
        }
    }

    /// A picture by its number.
    fn shown(&self, number: &str) -> Option<(usize, &'a Shown)> {
        let number: usize = number.parse().ok()?;
        Some((number, self.pictures.get(number)?))
    }

    /// How large a picture is drawn on a page that has nothing else.
    fn scale(&self, width: f32, height: f32) -> f32 {
        let most = if self.size().0 > self.size().1 { 2.0 } else { 0.75 };
        (self.width() / width).min((self.bottom() - HEAD - CAPTION) / height).min(most)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, anchor, text } => self.heading(*level, anchor, text),
            Block::Paragraph(line) => {
                self.lines(line, BODY, false, Ink::Text);
                self.y += 4.0;
            }
            Block::List { first, items } => {
                for (n, item) in items.iter().enumerate() {
                    let mark = match first {
                        Some(first) => format!("{}.", first.saturating_add(n as u64)),
                        None => "•".to_owned(),
                    };
                    self.make_room(BODY * LEADING);
                    let row = Setting { faces: self.faces, size: BODY, bold: false }
                        .wrap(&mark.into(), INDENT * 2.0);
                    let (x, y) = (self.left, self.y);
                    for row in row {
                        self.row(row, x, y, BODY, Ink::Dim);
                    }
                    self.inside(|flow| flow.tight(item));
                }
                self.y += 3.0;
            }
            Block::Table { head, rows } => table::set(self, head, rows),
            Block::Details { summary, body } => {
                self.y += 2.0;
                self.make_room(BODY * LEADING * 3.0);
                self.lines(&summary.as_str().into(), BODY, true, Ink::Dim);
                self.y += 1.0;
                self.blocks(body);
            }
            Block::Alert { mood, text } => {
                let ink = match mood {
                    Mood::Bad => Ink::Bad,
                    Mood::Open => Ink::Open,
                    Mood::Good => Ink::Good,
                };
                self.y += 4.0;
                self.barred(ink, |flow| flow.lines(text, 11.0, true, Ink::Text));
            }
            Block::Quote(blocks) => self.barred(Ink::Line, |flow| flow.blocks(blocks)),
            Block::Code(code) => {
                self.y += 2.0;
                self.inside(|flow| {
                    for line in code.split('\n') {
                        flow.lines(&Line::from(line), CELL, false, Ink::Dim);
                    }
                });
                self.y += 4.0;
            }
            Block::Picture { title, svg, .. } => self.picture(title, svg),
            Block::Contents(_) => {}
            Block::Rule => {
                self.make_room(8.0);
                let (x, y, width) = (self.left, self.y + 3.0, self.width());
                self.mark(Mark::Area { x, y, width, height: 0.7, ink: Ink::Line });
                self.y += 8.0;
            }
        }
    }

    /// What belongs to a mark or a bar at its left.
    fn inside(&mut self, set: impl FnOnce(&mut Self)) {
        let by = if self.depth < DEEP { INDENT } else { 0.0 };
        self.left += by;
        self.depth += 1;
        set(self);
        self.depth -= 1;
        self.left -= by;
    }

    /// An item of a list: its paragraphs stand close to one another.
    fn tight(&mut self, item: &[Block]) {
        let begin = (self.sheets.len(), self.y);
        for block in item {
            match block {
                Block::Paragraph(line) => {
                    self.lines(line, BODY, false, Ink::Text);
                    self.y += 1.0;
                }
                other => self.block(other),
            }
        }
        if begin == (self.sheets.len(), self.y) {
            self.y += BODY * LEADING;
        }
    }

    /// Blocks with a bar at their left on each page on which they stand.
    fn barred(&mut self, ink: Ink, set: impl FnOnce(&mut Self)) {
        self.make_room(24.0);
        let (x, first, top) = (self.left, self.sheets.len(), self.y);
        self.inside(set);
        let last = self.sheets.len();
        let end = self.y + 2.0;
        for number in first..=last {
            let from = if number == first { top } else { HEAD };
            let Some(sheet) = self.sheets.get_mut(number - 1) else { continue };
            let to = if number == last { end } else { sheet.height - FOOT };
            sheet.marks.push(Mark::Area { x, y: from, width: 3.0, height: (to - from).max(0.0), ink });
        }
        self.y += 7.0;
    }

    fn heading(&mut self, level: usize, anchor: &str, text: &Line) {
        let size = letters(level);
        self.y += if self.y > HEAD { size * 0.75 } else { 0.0 };
        self.make_room(size * LEADING);
        let (page, y) = (self.sheets.len() - 1, self.y);
        if !anchor.is_empty() {
            self.anchors.entry(anchor.to_owned()).or_insert((page, y));
        }
        let words = super::faces::clean(&text.plain());
        self.places.push(Place { level, text: words, page, y });
        self.lines(text, size, true, Ink::Text);
        self.y += size * 0.25;
    }

    /// A picture as wide as the page, and a broad one on a page of its own that lies on its side.
    fn picture(&mut self, title: &str, number: &str) {
        let Some((number, shown)) = self.shown(number) else { return };
        let (width, height) = (shown.tree.size().width(), shown.tree.size().height());
        let broad = width > BROAD && width > height;
        if broad {
            let empty = self.sheets.last().is_some_and(|s| s.marks.is_empty());
            if empty {
                self.sheets.pop();
            }
            self.turn(true);
        }
        let mut scale = self.scale(width, height);
        if !broad {
            // A little smaller and with its heading is better than alone on the next page.
            let here = (self.bottom() - self.y - CAPTION) / height;
            if (scale * STAYS..scale).contains(&here) {
                scale = here;
            }
            self.make_room(height * scale + CAPTION);
        }
        let (x, y) = (self.left + (self.width() - width * scale) / 2.0, self.y);
        self.mark(Mark::Picture { x, y, scale, number });
        self.y += height * scale + 3.0;
        self.lines(&title.into(), CELL, false, Ink::Dim);
        self.y += 6.0;
        if broad {
            self.turn(false);
        }
    }
}
