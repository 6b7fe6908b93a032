//! What is to be said about pictures: in one place, since a model has many.

use crate::diagnostic::{Diagnostic, codes, counted};
use crate::layout::{Measure, Side};
use crate::source::Span;

/// So many characters or wishes are named in one message.
const NAMED: usize = 12;

/// The faults that were measured in a picture, `called` so in messages.
pub(super) fn faults(called: &str, measure: &Measure) -> Vec<Diagnostic> {
    let all = measure.faults.iter();
    all.map(|f| Diagnostic::bare(codes::LAYOUT_FAULT, format!("in {called} {f}"))).collect()
}

/// Wishes of a view that its picture does not keep: what stands where, in the names of the elements.
pub(super) fn wishes(called: &str, view: Span, unkept: &[(Side, &str, &str)]) -> Option<Diagnostic> {
    let told = unkept.iter().map(|(side, first, second)| {
        let side = match side {
            Side::Beside => "at the left of",
            Side::Above => "above",
        };
        format!("`{first}` {side} `{second}`")
    });
    let mut told: Vec<String> = told.take(NAMED).collect();
    let more = unkept.len().saturating_sub(NAMED);
    if more > 0 {
        told.push(counted(more, "further wish"));
    }
    (!unkept.is_empty()).then(|| {
        let told = told.join(", ");
        Diagnostic::new(codes::UNKEPT_WISH, view, format!("{called} could not be drawn with {told}"))
            .help("name fewer elements in `beside` and `above`, or give the view another `direction`")
    })
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
