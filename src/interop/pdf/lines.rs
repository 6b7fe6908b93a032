//! Running text broken into lines of a width.

use super::faces::{Faces, Run, clean};
use crate::report::document::{Inline, Line};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// How a piece of text looks, and where it leads.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Style {
    pub bold: bool,
    pub struck: bool,
    /// On a ground of its own, as words of programs are.
    pub code: bool,
    pub link: Option<Link>,
}

/// Where a link leads.
#[derive(Clone, PartialEq)]
pub(super) enum Link {
    /// To a heading of this document.
    Inner(String),
    /// To an address.
    Outer(String),
}

/// Runs of one style, from a place of their line on, in units of the page.
#[derive(Clone)]
pub(super) struct Piece {
    pub x: f32,
    pub width: f32,
    pub runs: Vec<Run>,
    pub style: Style,
}

/// A line of text.
#[derive(Clone, Default)]
pub(super) struct Row {
    pub pieces: Vec<Piece>,
    pub width: f32,
}

/// A stretch of text in one style.
struct Stretch {
    text: String,
    style: Style,
}

/// Text in stretches; each list is what stands between two hard breaks.
fn stretches(line: &Line, style: &Style, out: &mut Vec<Vec<Stretch>>) {
    for inline in &line.0 {
        let link = |link| Style { link: Some(link), ..style.clone() };
        match inline {
            Inline::Text(t) => push(out, t, style.clone()),
            Inline::Soft => push(out, " ", style.clone()),
            Inline::Code(t) => push(out, t, Style { code: true, ..style.clone() }),
            Inline::Break => out.push(Vec::new()),
            Inline::Strong(l) => stretches(l, &Style { bold: true, ..style.clone() }, out),
            Inline::Struck(l) => stretches(l, &Style { struck: true, ..style.clone() }, out),
            Inline::Emphasis(l) => stretches(l, style, out),
            Inline::Inner { anchor, text } => stretches(text, &link(Link::Inner(anchor.clone())), out),
            // A document of its own has no other pages and nothing attached.
            Inline::Page { text, .. } | Inline::Attached { text, .. } => stretches(text, style, out),
            Inline::Outer { url, text } => stretches(text, &link(Link::Outer(url.clone())), out),
        }
    }
}

fn push(out: &mut [Vec<Stretch>], text: &str, style: Style) {
    if let Some(last) = out.last_mut() {
        last.push(Stretch { text: clean(text), style });
    }
}

/// A part of a line that is not broken.
struct Word {
    pieces: Vec<Piece>,
    /// Its width without the blanks at its end, and with them.
    ink: f32,
    width: f32,
}

/// What words are set in.
#[derive(Copy, Clone)]
pub(super) struct Setting<'a> {
    pub faces: &'a Faces,
    pub size: f32,
    pub bold: bool,
}

impl Setting<'_> {
    /// Running text in lines of at most a width.
    pub fn wrap(&self, line: &Line, width: f32) -> Vec<Row> {
        let mut parts = vec![Vec::new()];
        stretches(line, &Style { bold: self.bold, ..Style::default() }, &mut parts);
        let mut rows = Vec::new();
        for part in &parts {
            let words = self.words(part, width);
            let (mut row, mut pending) = (Row::default(), 0.0);
            for word in words {
                if !row.pieces.is_empty() && row.width + pending + word.ink > width {
                    rows.push(std::mem::take(&mut row));
                    pending = 0.0;
                }
                let x = row.width + pending;
                row.pieces.extend(word.pieces.into_iter().map(|p| Piece { x: p.x + x, ..p }));
                row.width = x + word.ink;
                pending = word.width - word.ink;
            }
            rows.push(row);
        }
        rows
    }

    /// The widest word, and all on one line: what a column needs at least, and what it would like.
    pub fn needs(&self, line: &Line) -> (f32, f32) {
        let mut parts = vec![Vec::new()];
        stretches(line, &Style { bold: self.bold, ..Style::default() }, &mut parts);
        let (mut least, mut most) = (0f32, 0f32);
        for part in &parts {
            let words = self.words(part, f32::MAX);
            least = words.iter().map(|w| w.ink).fold(least, f32::max);
            most = most.max(words.iter().map(|w| w.width).sum());
        }
        (least, most)
    }

    /// Words between the places where a line may end; one that is wider than the line is cut.
    fn words(&self, part: &[Stretch], width: f32) -> Vec<Word> {
        let text: String = part.iter().map(|s| s.text.as_str()).collect();
        let mut out = Vec::new();
        let mut from = 0;
        for (at, kind) in linebreaks(&text) {
            if !matches!(kind, BreakOpportunity::Allowed | BreakOpportunity::Mandatory) {
                continue;
            }
            let word = self.word(part, from, at);
            if word.ink <= width {
                out.push(word);
            } else {
                self.cut(part, text.get(from..at).unwrap_or_default(), from, width, &mut out);
            }
            from = at;
        }
        out
    }

    fn cut(&self, part: &[Stretch], text: &str, from: usize, width: f32, out: &mut Vec<Word>) {
        let (mut begin, mut last): (usize, Option<Word>) = (from, None);
        for (at, grapheme) in text.grapheme_indices(true) {
            let end = from + at + grapheme.len();
            let word = self.word(part, begin, end);
            match last.take() {
                Some(fits) if word.ink > width => {
                    out.push(fits);
                    begin = from + at;
                    last = Some(self.word(part, begin, end));
                }
                _ => last = Some(word),
            }
        }
        out.extend(last);
    }

    /// What stands from one place of the text to another.
    fn word(&self, part: &[Stretch], from: usize, to: usize) -> Word {
        let (mut at, mut x, mut ink) = (0, 0f32, 0f32);
        let mut pieces = Vec::new();
        for s in part {
            let (begin, end) = (from.max(at), to.min(at + s.text.len()));
            if begin < end
                && let Some(text) = s.text.get(begin - at..end - at)
            {
                let trimmed = text.trim_end();
                let runs = self.faces.shape(text, s.style.bold);
                let width = runs.iter().map(|r| r.width).sum::<f32>() * self.size;
                let blanks = match trimmed.len() == text.len() {
                    true => 0.0,
                    false => width - self.faces.width(trimmed, s.style.bold) * self.size,
                };
                if !trimmed.is_empty() {
                    ink = x + width - blanks;
                }
                pieces.push(Piece { x, width, runs, style: s.style.clone() });
                x += width;
            }
            at += s.text.len();
        }
        Word { pieces, ink, width: x }
    }
}
