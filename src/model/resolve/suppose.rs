//! Controls that somebody supposes to be there, beside those that the model has.
//!
//! What is supposed is written as in a model, `CONTROL on TARGET`, read by the same grammar, looked
//! up as if it stood in the model's own file, and counts as implemented.

use super::Cx;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::Placement;
use crate::model::parts::ControlStatus;
use crate::source::{FileId, Sources};
use crate::syntax::{parse, tree};

/// How a supposed control is written, for messages.
const FORM: &str = "CONTROL on TARGET";

/// The word that is put before a supposed control, which makes it a statement of the grammar.
const WORD: &str = "with";

/// A control that is supposed to be at a target.
#[derive(Clone, Debug)]
pub struct Supposed {
    /// The text in which it stands, among the sources of the model.
    pub file: FileId,
    /// As it was written.
    pub text: String,
    response: tree::Response,
}

/// Reads what is supposed. Each text becomes a source of its own, with the name that messages show.
/// What is wrong with the form is said in `out`, and left out of what comes back.
pub fn suppose(
    sources: &mut Sources,
    name: &str,
    texts: &[String],
    out: &mut Vec<Diagnostic>,
) -> Vec<Supposed> {
    texts.iter().filter_map(|text| one(sources, name, text.trim(), out)).collect()
}

fn one(sources: &mut Sources, name: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<Supposed> {
    let whole = format!("{WORD} {text}");
    let file = sources.add(name, whole.as_str());
    let parsed = parse(file, &whole);
    let span = crate::source::Span::new(file, 0, whole.len());
    if !text.is_empty() && !parsed.diagnostics.is_empty() {
        out.extend(parsed.diagnostics.into_iter().map(|mut d| {
            // There is no file in which it could be made.
            d.fix = None;
            d
        }));
        return None;
    }
    let wrong = |message: String| {
        let help = format!(
            "As in `{name} \"rate_limit on visitor -> desk\"`; a second control needs a second `{name}`."
        );
        Diagnostic::new(codes::BAD_CALL, span, message).help(help)
    };
    match parsed.tree.statements.as_slice() {
        [tree::Statement { shape: tree::Shape::Response(response), .. }] => match &response.block {
            None => Some(Supposed { file, text: text.to_owned(), response: response.clone() }),
            Some(_) => {
                out.push(wrong(format!(
                    "`{name}` takes `{FORM}` alone: what is supposed counts as implemented"
                )));
                None
            }
        },
        _ => {
            out.push(wrong(format!("`{name}` takes `{FORM}`")));
            None
        }
    }
}

impl Cx<'_> {
    /// Places what is supposed. Names are those of the model's own file.
    pub fn suppose(&mut self, supposed: &[Supposed]) {
        for s in supposed {
            let control = self.control_of(0, &s.response.name);
            let target = self.response_target(0, &s.response.target);
            let (Some(control), Some(target)) = (control, target) else { continue };
            let span = s.response.target.span();
            let status = ControlStatus::Implemented;
            let places = self.places(&target).into_iter();
            self.model.placements.extend(places.map(|place| Placement {
                control,
                place,
                status,
                own: None,
                span,
            }));
        }
    }
}
