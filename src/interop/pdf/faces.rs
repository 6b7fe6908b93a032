//! The fonts of a document: texts are shaped with the very files that stand in it. The embedded family comes
//! first; what it lacks is taken from the fonts that were handed in, and what all lack becomes a box.

use crate::layout::text::plain;
use crate::render::png::Fonts;
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;
use std::sync::Arc;

/// One face of a font file.
pub(super) struct Face {
    /// As documents take it.
    pub font: Font,
    bytes: Arc<Vec<u8>>,
    index: u32,
    data: ShaperData,
    units: f32,
}

/// A text in one face, in em.
#[derive(Clone)]
pub(super) struct Run {
    /// The place of its face.
    pub face: usize,
    /// What it says.
    pub text: String,
    /// How it is drawn.
    pub glyphs: Vec<KrillaGlyph>,
    /// How wide that is.
    pub width: f32,
}

/// All faces: regular, semi-bold, then the others.
pub(super) struct Faces(Vec<Face>);

impl Faces {
    /// # Errors
    /// When the embedded fonts can't be read, which only a program that is built wrong can say.
    pub fn new(fonts: &Fonts) -> Result<Faces, String> {
        let faces: Vec<Face> =
            fonts.files().into_iter().filter_map(|(bytes, index)| Face::new(bytes, index)).collect();
        if faces.len() < 2 { Err("its fonts can't be read".to_owned()) } else { Ok(Faces(faces)) }
    }

    pub fn get(&self, face: usize) -> Option<&Face> {
        self.0.get(face)
    }

    /// A text on one line in as many runs as it needs faces.
    pub fn shape(&self, text: &str, bold: bool) -> Vec<Run> {
        let own = usize::from(bold);
        let of = |c: char| {
            let has = |n: &usize| self.0.get(*n).is_some_and(|f| f.has(c));
            if has(&own) { own } else { (2..self.0.len()).find(has).unwrap_or(own) }
        };
        let mut out: Vec<(usize, String)> = Vec::new();
        for c in text.chars() {
            // What joins others, as an accent, stays with what it joins.
            let face = match out.last() {
                Some((last, _)) if joins(c) && self.0.get(*last).is_some_and(|f| f.has(c)) => *last,
                _ => of(c),
            };
            match out.last_mut() {
                Some((last, run)) if *last == face => run.push(c),
                _ => out.push((face, c.to_string())),
            }
        }
        out.into_iter().filter_map(|(face, text)| Some(self.0.get(face)?.shape(face, text))).collect()
    }

    /// How wide a text is, in em.
    pub fn width(&self, text: &str, bold: bool) -> f32 {
        self.shape(text, bold).iter().map(|r| r.width).sum()
    }
}

/// Whether a sign belongs to the one before it.
fn joins(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x200d | 0xfe00..=0xfe0f)
}

impl Face {
    fn new(bytes: Vec<u8>, index: u32) -> Option<Face> {
        let bytes = Arc::new(bytes);
        let font = Font::new(Arc::clone(&bytes).into(), index)?;
        let face = FontRef::from_index(&bytes, index).ok()?;
        let data = ShaperData::new(&face);
        let units = data.shaper(&face).build().units_per_em().max(1) as f32;
        Some(Face { font, index, data, units, bytes })
    }

    fn has(&self, c: char) -> bool {
        FontRef::from_index(&self.bytes, self.index).is_ok_and(|f| f.charmap().map(c).is_some())
    }

    fn shape(&self, face: usize, text: String) -> Run {
        let mut glyphs = Vec::new();
        if let Ok(font) = FontRef::from_index(&self.bytes, self.index) {
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(&text);
            buffer.guess_segment_properties();
            let shaper = self.data.shaper(&font).build();
            let shaped = shaper.shape(buffer, ShapeOptions::new());
            let infos = shaped.glyph_infos();
            // Where the text of each glyph ends: where the next one begins, in the order of the text.
            let mut starts: Vec<usize> = infos.iter().map(|g| g.cluster as usize).collect();
            starts.push(text.len());
            starts.sort_unstable();
            starts.dedup();
            let end = |from: usize| starts.iter().copied().find(|s| *s > from).unwrap_or(text.len());
            for (info, at) in infos.iter().zip(shaped.glyph_positions()) {
                let from = info.cluster as usize;
                let em = |n: i32| n as f32 / self.units;
                glyphs.push(KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    em(at.x_advance),
                    em(at.x_offset),
                    em(at.y_offset),
                    em(at.y_advance),
                    from..end(from),
                    None,
                ));
            }
        }
        let width = glyphs.iter().map(|g| g.x_advance).sum();
        Run { face, text, glyphs, width }
    }
}

/// A sign that the embedded family has for one of a bar that it lacks.
fn drawn(c: char) -> char {
    match c {
        '█' => '■',
        '▒' => '▪',
        '░' => '□',
        c => c,
    }
}

/// Text as it may stand on paper: blanks are blanks, and nothing turns the direction of what follows.
pub(super) fn clean(text: &str) -> String {
    let inner: String = plain(text).chars().map(drawn).collect();
    let blank = |at_end: bool| {
        let sign = if at_end { text.chars().next_back() } else { text.chars().next() };
        if sign.is_some_and(char::is_whitespace) { " " } else { "" }
    };
    if inner.is_empty() { blank(false).to_owned() } else { format!("{}{inner}{}", blank(false), blank(true)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::checklist::Score;
    use crate::report::words;

    #[test]
    fn bars_are_drawn_by_the_embedded_family() {
        let faces = Faces::new(&Fonts::default()).unwrap();
        let bar = clean(&words::checklist::bar(&Score { done: 2, planned: 3, missing: 5, expected: 10 }));
        assert_eq!(bar, "■■▪▪▪□□□□□");
        assert!(bar.chars().all(|c| faces.get(0).unwrap().has(c)));
    }
}
