//! What is to be said about pictures: in one place, since a model has many.

use crate::diagnostic::{Diagnostic, codes};
use crate::layout::Measure;

/// So many characters are named in one message.
const NAMED: usize = 12;

/// The faults that were measured in a picture, `called` so in messages.
pub(super) fn faults(called: &str, measure: &Measure) -> Vec<Diagnostic> {
    let all = measure.faults.iter();
    all.map(|f| Diagnostic::bare(codes::LAYOUT_FAULT, format!("in {called} {f}"))).collect()
}

/// That no font at hand has some characters, for all pictures at once.
pub fn missing_glyphs(characters: &[char]) -> Option<Diagnostic> {
    if characters.is_empty() {
        return None;
    }
    let list: String = characters.iter().take(NAMED).flat_map(|c| ['`', *c, '`', ' ']).collect();
    let more = match characters.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!("and {n} more"),
    };
    let message = format!("the font of pictures has no {list}{more}");
    let help = "viewers draw such characters with a font of their own; the PNG shows boxes, unless `build --font` names one";
    Some(Diagnostic::bare(codes::MISSING_GLYPH, message.trim_end()).help(help))
}
