//! The legend: every sign that a picture uses, and no other.

use super::draft::{Draft, Mark};
use super::heading::{MARGIN, text};
use super::palette::Role;
use super::{Anchor, Level, Scene, Shape, Sign, Sort};
use crate::layout::Point;
use crate::layout::text::{Font, Ruler};

const LEGEND: Font = Font::regular(11.5);
const LEGEND_HEAD: Font = Font::semi_bold(11.5);
const LEGEND_LINE: f64 = 24.0;

/// A piece of the legend that stays together on a line.
pub(super) struct Piece {
    pub sign: Option<Level>,
    pub words: String,
    pub font: Font,
    pub role: Role,
    /// Room before the next piece.
    pub gap: f64,
}

/// Explains every sign that the picture uses, and no other. Returns where it ends.
pub(super) fn legend(draft: &Draft, ruler: &Ruler, width: f64, top: f64, scene: &mut Scene) -> f64 {
    let marks: Vec<&Mark> = draft.flows.iter().filter_map(|f| f.mark.as_ref()).collect();
    let plain_piece =
        |words: String, gap: f64| Piece { sign: None, words, font: LEGEND, role: Role::TextSoft, gap };
    let head = |words: &str| Piece {
        sign: None,
        words: words.to_owned(),
        font: LEGEND_HEAD,
        role: Role::TextSoft,
        gap: 12.0,
    };
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    let used: Vec<&(char, &str)> =
        STRIDE.iter().filter(|(letter, _)| marks.iter().any(|m| m.letters.contains(letter))).collect();
    if !used.is_empty() {
        let mut row = vec![head("STRIDE")];
        row.extend(used.iter().map(|(letter, name)| plain_piece(format!("{letter}  {name}"), 16.0)));
        rows.push(row);
    }
    let levels = [Level::Critical, Level::High, Level::Medium, Level::Low, Level::Calm];
    let on_elements = || draft.elements.iter().filter_map(|e| e.open).map(|(level, _)| level);
    let shown = |level: Level| marks.iter().any(|m| m.level == level) || on_elements().any(|l| l == level);
    if levels.into_iter().any(shown) {
        let mut row = vec![head("Worst open or planned")];
        for level in levels.into_iter().filter(|level| shown(*level)) {
            let (words, role) = (level.words().to_owned(), level.role());
            row.push(Piece { sign: Some(level), words, font: LEGEND, role, gap: 16.0 });
        }
        rows.push(row);
    }
    let mut row = Vec::new();
    if !draft.flows.is_empty() {
        row.push("Arrow: from who calls to who answers".to_owned());
    }
    if !draft.boundaries.is_empty() {
        row.push("Dashed frame: trust boundary".to_owned());
    }
    if !marks.is_empty() {
        row.push("Numbered mark: where a flow crosses one".to_owned());
    }
    if on_elements().next().is_some() {
        row.push("Sign in a corner: threats of the element and of unmarked flows to it".to_owned());
    }
    for (shape, words) in [
        (Shape::External, "Square: external"),
        (Shape::Process, "Rounded: process"),
        (Shape::Store, "Heavy lines above and below: store"),
    ] {
        if draft.elements.iter().any(|e| !e.sort.is_folded() && e.shape == shape) {
            row.push(words.to_owned());
        }
    }
    if draft.elements.iter().any(|e| e.sort.is_folded()) {
        row.push("Dashed box: all of a boundary, folded".to_owned());
    }
    if draft.elements.iter().any(|e| e.sort == Sort::Stub) {
        row.push("Small and pale: beyond this picture".to_owned());
    }
    if draft.flows.iter().any(|f| f.bundle) {
        row.push("Label with a count: so many flows as one line".to_owned());
    }
    if draft.elements.iter().any(|e| e.more > 0) {
        row.push("Number with a plus: flows that this picture leaves out".to_owned());
    }
    if draft.elements.iter().any(|e| e.pale) {
        row.push("Pale: out of scope".to_owned());
    }
    if !row.is_empty() {
        let mut pieces = vec![head("Shapes")];
        pieces.extend(row.into_iter().map(|words| plain_piece(words, 18.0)));
        rows.push(pieces);
    }
    self::rows(rows, ruler, width, top, scene)
}

/// Puts rows of pieces under one another. Returns where they end.
pub(super) fn rows(rows: Vec<Vec<Piece>>, ruler: &Ruler, width: f64, top: f64, scene: &mut Scene) -> f64 {
    let mut y = top;
    for row in rows {
        let mut x = MARGIN;
        // Lines that go on start under the first piece behind the head.
        let indent = row.first().map_or(MARGIN, |p| MARGIN + ruler.width(&p.words, p.font) + p.gap);
        for (at, piece) in row.into_iter().enumerate() {
            let sign = if piece.sign.is_some() { 16.0 } else { 0.0 };
            let wide = sign + ruler.width(&piece.words, piece.font);
            if at > 1 && x + wide > width - MARGIN {
                x = indent;
                y += LEGEND_LINE - 4.0;
            }
            if let Some(level) = piece.sign {
                scene.signs.push(Sign { level, at: Point { x: x + 5.0, y: y + 8.0 } });
            }
            let at = Point { x: x + sign, y: y + 12.0 };
            scene.words.push(text(&piece.words, at, Anchor::Start, piece.font, piece.role));
            x += wide + piece.gap;
        }
        y += LEGEND_LINE;
    }
    y - LEGEND_LINE + 14.0
}

/// What a letter stands for.
pub(super) fn stride(letter: char) -> Option<&'static str> {
    STRIDE.iter().find(|(l, _)| *l == letter).map(|(_, name)| *name)
}

const STRIDE: [(char, &str); 6] = [
    ('S', "Spoofing"),
    ('T', "Tampering"),
    ('R', "Repudiation"),
    ('I', "Information disclosure"),
    ('D', "Denial of service"),
    ('E', "Elevation of privilege"),
];
