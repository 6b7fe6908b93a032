//! Measuring and wrapping of text, with the very font that is drawn.
//!
//! Widths are in the units of the picture (CSS pixels at its natural size). Two widths matter:
//! [`Ruler::advance`] is how wide the embedded Inter draws a text; [`Ruler::width`] is how much
//! room to keep for it, so that it stays in its box for a viewer who has only DejaVu Sans.

use std::fmt;

use harfrust::{Direction, FontRef, Script, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use skrifa::MetadataProvider;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// The embedded regular face: Inter, a subset (see `themes/fonts/README.md`).
pub const REGULAR: &[u8] = include_bytes!("../../themes/fonts/Inter-Regular.otf");
/// The embedded semi-bold face of the same family.
pub const SEMI_BOLD: &[u8] = include_bytes!("../../themes/fonts/Inter-SemiBold.otf");
/// The family's name as the font files give it.
pub const FAMILY: &str = "Inter";

/// How much wider than Inter a text may come out in a viewer's fallback font.
///
/// Measured against DejaVu Sans, the widest font of the stack in common use, over 220 labels
/// (names of kinds, labels of example models, sentences of the legend): DejaVu Sans is wider
/// than Inter Regular by 6 % (median), 8 % (95th percentile), 14 % at most; DejaVu Sans Bold,
/// which stands in for the semi-bold, by 17 %, 20 % and 22 %. Short texts vary most, so a tenth
/// of the size comes on top ([`SLACK`]); with both, all 220 fit.
const REGULAR_FACTOR: f64 = 1.10;
/// See [`REGULAR_FACTOR`].
const SEMI_BOLD_FACTOR: f64 = 1.21;
/// Added to the width of a text, in parts of the font size.
const SLACK: f64 = 0.1;

/// Widths of the visible characters of ASCII, from the blank on, in DejaVu Sans, in thousandths of an em.
/// The factors are those of ordinary labels; these hold for `lll` and `@@@` as well.
#[rustfmt::skip]
const DEJAVU: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
/// The same in DejaVu Sans Bold.
#[rustfmt::skip]
const DEJAVU_BOLD: [u16; 95] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
];

/// One of the two weights that pictures use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    SemiBold,
}

/// A size and a weight of the one family.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Font {
    /// Size in picture units.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
}

impl Font {
    /// A regular font of this size.
    pub const fn regular(size: f64) -> Font {
        Font { size, weight: Weight::Regular }
    }

    /// A semi-bold font of this size.
    pub const fn semi_bold(size: f64) -> Font {
        Font { size, weight: Weight::SemiBold }
    }
}

/// An embedded font could not be read. It can only happen if the program was built wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontError {
    /// What the font reader said.
    pub message: String,
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the embedded font cannot be read: {}", self.message)
    }
}

impl std::error::Error for FontError {}

/// A text broken into lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The lines, top to bottom, without blanks at their ends. At least one, perhaps empty.
    pub lines: Vec<String>,
    /// The room that the widest line needs ([`Ruler::width`]).
    pub width: f64,
    /// True if text was left out; the last line then ends in an ellipsis.
    pub cut: bool,
}

/// How wide a text is, in em.
#[derive(Default)]
struct Measured {
    /// What the embedded font draws of it.
    own: f64,
    /// The room for the same in other fonts.
    room: f64,
    /// The room for what the embedded font lacks.
    others: f64,
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    plans: Vec<(Script, ShapePlan)>,
    units: f64,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Face, FontError> {
        let font = FontRef::new(bytes).map_err(|e| FontError { message: e.to_string() })?;
        let data = ShaperData::new(&font);
        let units = f64::from(data.shaper(&font).build().units_per_em().max(1));
        // Making a plan costs more than shaping a label with it: make those of the three
        // scripts that the fonts hold once.
        let plans = [script::LATIN, script::GREEK, script::CYRILLIC]
            .into_iter()
            .map(|script| {
                let shaper = data.shaper(&font).build();
                (script, ShapePlan::new(&shaper, Direction::LeftToRight, Some(script), None, &[]))
            })
            .collect();
        Ok(Face { font, data, plans, units })
    }

    fn has(&self, c: char) -> bool {
        self.font.charmap().map(c).is_some()
    }

    /// Advance of a text whose characters the face has, in em.
    fn shaped(&self, text: &str) -> f64 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        if buffer.script() == script::COMMON || buffer.script() == script::UNKNOWN {
            buffer.set_script(script::LATIN);
        }
        buffer.set_direction(Direction::LeftToRight);
        let wanted = buffer.script();
        let plan = self.plans.iter().find(|(script, _)| *script == wanted).map(|(_, plan)| plan);
        let shaper = self.data.shaper(&self.font).build();
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(plan));
        let sum: i64 = glyphs.glyph_positions().iter().map(|p| i64::from(p.x_advance)).sum();
        sum as f64 / self.units
    }
}

/// Measures text. Make one and keep it: reading the fonts costs about as much as a hundred labels.
pub struct Ruler {
    regular: Face,
    semi_bold: Face,
}

impl Ruler {
    /// Reads the embedded fonts.
    pub fn new() -> Result<Ruler, FontError> {
        Ok(Ruler { regular: Face::new(REGULAR)?, semi_bold: Face::new(SEMI_BOLD)? })
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semi_bold,
        }
    }

    /// The width of `text` as the embedded font draws it. Characters that it lacks count what the
    /// fonts that viewers have for their script take, and nothing if they join others.
    pub fn advance(&self, text: &str, font: Font) -> f64 {
        let Measured { own, others, .. } = self.measured(text, font);
        (own + others) * font.size
    }

    fn measured(&self, text: &str, font: Font) -> Measured {
        let face = self.face(font.weight);
        let (factor, dejavu) = match font.weight {
            Weight::Regular => (REGULAR_FACTOR, &DEJAVU),
            Weight::SemiBold => (SEMI_BOLD_FACTOR, &DEJAVU_BOLD),
        };
        let mut out = Measured::default();
        let mut add = |run: &str| {
            let own = face.shaped(run);
            // Of characters beyond ASCII only the factor knows.
            let width = |b: u8| b.checked_sub(b' ').and_then(|at| dejavu.get(usize::from(at))).copied();
            let there: u32 = run.bytes().filter_map(width).map(u32::from).sum();
            out.own += own;
            out.room += (own * factor).max(f64::from(there) / 1000.0);
        };
        let mut others = 0.0;
        let mut start = 0;
        for (at, c) in text.char_indices() {
            if face.has(c) {
                continue;
            }
            if let Some(run) = text.get(start..at).filter(|run| !run.is_empty()) {
                add(run);
            }
            others += fallback(c);
            start = at + c.len_utf8();
        }
        if let Some(run) = text.get(start..).filter(|run| !run.is_empty()) {
            add(run);
        }
        out.others = others;
        out
    }

    /// The room to keep for `text` so that it fits in Inter, Noto Sans and DejaVu Sans alike, and
    /// where another font must serve.
    pub fn width(&self, text: &str, font: Font) -> f64 {
        if text.is_empty() {
            return 0.0;
        }
        let Measured { room, others, .. } = self.measured(text, font);
        (room + others + SLACK) * font.size
    }

    /// The characters of `text` that the font lacks, each once, in order of appearance: what a
    /// picture cannot show on every machine.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut found = Vec::new();
        for c in plain(text).chars() {
            if !self.regular.has(c) && fallback(c) > 0.0 && c != EMOJI_SIGN && !found.contains(&c) {
                found.push(c);
            }
        }
        found
    }

    /// Breaks `text` into at most `max_lines` lines of at most `max_width` room each, at the
    /// places that UAX #14 allows; a word that is too long breaks between graphemes. If there is
    /// more text than that, the last line ends in an ellipsis. A single grapheme may be wider
    /// than `max_width`; it is kept. Line ends and tabs in the text count as blanks.
    pub fn wrap(&self, text: &str, font: Font, max_width: f64, max_lines: usize) -> Lines {
        let text = plain(text);
        let max_lines = max_lines.max(1);
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut cut = false;
        'text: for piece in pieces(&text) {
            let mut rest = piece;
            loop {
                let candidate = format!("{line}{rest}");
                if self.width(candidate.trim_end(), font) <= max_width {
                    line = candidate;
                    break;
                }
                if !line.trim().is_empty() {
                    lines.push(std::mem::take(&mut line));
                } else {
                    // One word alone is too long: take as many graphemes as fit, one at least.
                    let (head, tail) = self.split(rest, font, max_width);
                    rest = tail;
                    if rest.is_empty() {
                        line = head.to_owned();
                        break;
                    }
                    lines.push(head.to_owned());
                }
                if lines.len() >= max_lines {
                    cut = true;
                    break 'text;
                }
            }
        }
        if !cut && (!line.trim().is_empty() || lines.is_empty()) {
            lines.push(line);
        }
        for line in &mut lines {
            line.truncate(line.trim_end().len());
        }
        if cut && let Some(last) = lines.last_mut() {
            *last = self.ellipsis(last, font, max_width);
        }
        let width = lines.iter().map(|line| self.width(line, font)).fold(0.0, f64::max);
        Lines { lines, width, cut }
    }

    fn split<'t>(&self, word: &'t str, font: Font, max_width: f64) -> (&'t str, &'t str) {
        let mut end = 0;
        for (at, grapheme) in word.grapheme_indices(true) {
            let next = at + grapheme.len();
            let fits = word.get(..next).is_some_and(|head| self.width(head, font) <= max_width);
            if !fits && end > 0 {
                break;
            }
            end = next;
            if !fits {
                break;
            }
        }
        word.split_at_checked(end).unwrap_or((word, ""))
    }

    fn ellipsis(&self, line: &str, font: Font, max_width: f64) -> String {
        let mut kept: Vec<&str> = line.graphemes(true).collect();
        loop {
            let text = format!("{}…", kept.concat().trim_end_matches([' ', '.', ',', ';', ':', '·']));
            if self.width(&text, font) <= max_width || kept.is_empty() {
                return text;
            }
            kept.pop();
        }
    }
}

/// The text as a picture may hold it: blanks of all kinds become one space each, and what is
/// invisible or changes the direction of reading (controls, bidirectional overrides, characters
/// that XML does not allow) is left out.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() && c != '\u{a0}' {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else if !unfit(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
        || (c as u32 & 0xfffe) == 0xfffe
}

/// Pieces between allowed breaks; each keeps the blanks at its end. No break falls inside a
/// grapheme, whatever the tables say.
fn pieces(text: &str) -> Vec<&str> {
    let bounds: Vec<usize> =
        text.grapheme_indices(true).map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, kind) in linebreaks(text) {
        let allowed = matches!(kind, BreakOpportunity::Allowed | BreakOpportunity::Mandatory);
        if allowed && bounds.binary_search(&at).is_ok() {
            out.extend(text.get(start..at).filter(|piece| !piece.is_empty()));
            start = at;
        }
    }
    out
}

/// Asks for the coloured form of the character before it.
const EMOJI_SIGN: char = '\u{fe0f}';

/// Room in em for a character that the font lacks.
///
/// Measured in a browser, in the heavier weight, with DejaVu Sans, Noto Sans and its scripts, Noto Color
/// Emoji and Droid Sans Fallback: about the 90th percentile of a script's letters, one by one and in
/// a row. Words come out narrower: letters that join are narrower than those that stand alone. Emoji
/// are 1.25 em in Noto, and there are broader ones.
fn fallback(c: char) -> f64 {
    match c as u32 {
        // Marks that sit on others, joiners, variation selectors, soft hyphen.
        0xad | 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c7 => 0.0,
        0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6ed | 0x93c | 0x941..=0x948 | 0x94d => 0.0,
        0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0xeb1 | 0xeb4..=0xebc | 0xec8..=0xecd => 0.0,
        0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0x20d0..=0x20e2 | 0xfe00..=0xfe0e => 0.0,
        0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0xfe20..=0xfe2f | 0xe0100..=0xe01ef | 0x1f3fb..=0x1f3ff => 0.0,
        // These make a coloured picture of what is before them, as of a digit: the rest of its room.
        0xfe0f | 0x20e3 => 0.8,
        // Arabic: long letters, others, words in one character.
        0x633..=0x636 | 0x69a..=0x69e => 1.2,
        0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff => 0.75,
        0xfdfd => 7.3,
        0xfb50..=0xfdff => 2.35,
        0x590..=0x5ff | 0xe00..=0xeff => 0.78,
        // Indic scripts, by how broad their letters are.
        0x900..=0xb7f => 0.9,
        0xb80..=0xbff | 0xd00..=0xdff => 1.5,
        0xc00..=0xcff | 0x1000..=0x109f => 1.15,
        0x530..=0x58f | 0x10a0..=0x10ff => 0.9,
        // East Asian wide and fullwidth; halfwidth.
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 1.0,
        0xfe30..=0xfe6f | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x16fe0..=0x18cff | 0x1aff0..=0x1b2ff => 1.0,
        0x20000..=0x3fffd => 1.0,
        0xff61..=0xffdc => 0.6,
        // Emoji, signs, letters of mathematics.
        0x2300..=0x23ff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x1d400..=0x1d7ff | 0x1f000..=0x1faff => 1.45,
        // Cuneiform, hieroglyphs.
        0x12000..=0x1467f => 3.7,
        _ => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Font = Font::regular(10.0);

    #[test]
    fn wider_text_is_wider() {
        let ruler = Ruler::new().unwrap();
        let one = ruler.advance("Vector index", BODY);
        assert!((45.0..75.0).contains(&one), "{one}");
        assert!(ruler.advance("Vector index", Font::semi_bold(10.0)) > one);
        assert!((ruler.advance("Vector index", Font::regular(20.0)) - 2.0 * one).abs() < 1e-9);
        assert!(ruler.width("Vector index", BODY) > one * 1.1);
        assert_eq!(ruler.width("", BODY), 0.0);
        // As wide as in DejaVu Sans, whatever the letters are.
        assert!((ruler.width(&"l".repeat(50), BODY) - (50.0 * 2.78 + 1.0)).abs() < 1e-9);
        assert!(ruler.width("@@", Font::semi_bold(10.0)) >= 21.0);
    }

    #[test]
    fn fallback_widths_and_report() {
        let ruler = Ruler::new().unwrap();
        assert_eq!(ruler.advance("検索", BODY), 20.0);
        // What the font lacks has the room of other fonts already, and gets none for being Inter.
        assert_eq!(ruler.width("検索", BODY), 21.0);
        assert!((ruler.advance("שלום", BODY) - 31.2).abs() < 1e-9);
        assert!(ruler.advance("1\u{fe0f}\u{20e3}", BODY) > 12.5, "a keycap");
        assert_eq!(ruler.missing("a検b検🙂é→Жλ"), vec!['検', '🙂']);
        assert_eq!(ruler.missing("plain ▲ ◆ ● ✓ ≈ ≥ “x” — …"), Vec::<char>::new());
    }

    #[test]
    fn wraps_at_blanks_and_cuts_with_an_ellipsis() {
        let ruler = Ruler::new().unwrap();
        let lines = ruler.wrap("Question answering over company documents", BODY, 90.0, 9);
        assert!(lines.lines.len() > 2 && !lines.cut, "{lines:?}");
        assert_eq!(lines.lines.join(" "), "Question answering over company documents");
        assert!(lines.width <= 90.0);
        let cut = ruler.wrap("Question answering over company documents", BODY, 90.0, 2);
        assert!(cut.cut && cut.lines.len() == 2 && cut.lines[1].ends_with('…'), "{cut:?}");
        assert!(cut.width <= 90.0);
        let long = ruler.wrap(&"x".repeat(200), BODY, 60.0, 3);
        assert!(long.cut && long.lines.len() == 3 && long.width <= 60.0, "{long:?}");
        assert_eq!(ruler.wrap("", BODY, 60.0, 3).lines, vec![String::new()]);
        assert_eq!(ruler.wrap("a", BODY, 0.0, 3).lines, vec!["a".to_owned()]);
    }

    #[test]
    fn never_splits_a_grapheme() {
        let ruler = Ruler::new().unwrap();
        let family = "👨‍👩‍👧‍👦";
        let lines = ruler.wrap(&family.repeat(5), BODY, 45.0, 50);
        assert!(lines.lines.iter().all(|line| line.len() % family.len() == 0), "{lines:?}");
        let accents = ruler.wrap(&"e\u{301}".repeat(30), BODY, 20.0, 50);
        assert!(accents.lines.iter().all(|line| line.starts_with('e')), "{accents:?}");
    }

    #[test]
    fn plain_text_is_inert() {
        assert_eq!(plain(" a\u{0}\n\tb\u{202e}c\u{2066}\u{fffe}d\u{1b} "), "a bcd");
    }
}
