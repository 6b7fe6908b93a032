//! Lints: what is probably not as its author wants, though the model can be used as it stands.
//!
//! A lint looks at the model and at what follows from it, and changes neither. Whether one is said,
//! or is an error, is for switches to decide (`diagnostic::switches`). A new lint is a function in
//! one of the files here, one entry in [`LINTS`], and its code.
//!
//! Parts that nobody uses are told of in the model's own file only: what a shared file offers need
//! not all be used by every model that imports it.

mod dates;
mod drawing;
mod flows;
mod kinds;
mod parts;

use super::ground::Ground;
use super::threat::Threat;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::model::{ElementId, Model};
use crate::source::{FileId, Span};
use crate::syntax::tree::Date;

/// What a lint sees.
pub(crate) struct Seen<'a, 'm> {
    /// The model, with what follows from its drawing.
    pub ground: &'a Ground<'m>,
    /// The threats, settled.
    pub threats: &'a [Threat],
    /// The day.
    pub today: Date,
}

impl<'m> Seen<'_, 'm> {
    fn model(&self) -> &'m Model {
        self.ground.model
    }

    /// Whether an element is a store and nothing else.
    fn is_store(&self, e: ElementId) -> bool {
        self.ground.natures.get(e.index()).is_some_and(|n| n.store && !n.process)
    }

    /// Whether an element is a process that is built here; a hosted model is not.
    fn is_process(&self, e: ElementId) -> bool {
        self.ground.natures.get(e.index()).is_some_and(|n| n.process && !n.external)
    }
}

/// Whether something stands in the model's own file, which is the first that is read.
fn in_own_file(span: Span) -> bool {
    span.file == FileId(0)
}

/// A lint: what it finds, each with the code that stands beside it in the list.
type Lint = fn(Code, &Seen<'_, '_>) -> Vec<Diagnostic>;

/// All lints.
const LINTS: &[(Code, Lint)] = &[
    (codes::NO_EDITION, drawing::no_edition),
    (codes::NO_CROSSING, drawing::no_crossing),
    (codes::NO_BOUNDARY, drawing::no_boundary),
    (codes::IMPLIED_TRUST, drawing::implied_trust),
    (codes::EMPTY_BOUNDARY, drawing::empty_boundary),
    (codes::ISOLATED_ELEMENT, parts::isolated_element),
    (codes::UNUSED_DATA, parts::unused_data),
    (codes::UNUSED_CONTROL, parts::unused_control),
    (codes::OUTSIDE_STAFF, kinds::outside_staff),
    (codes::OUTSIDE_PART, drawing::outside_part),
    (codes::EMBEDDING_MODEL, kinds::embedding_model),
    (codes::UNDECLARED_FLOW, flows::undeclared_flow),
    (codes::SELF_FLOW, flows::self_flow),
    (codes::CALLING_STORE, flows::calling_store),
    (codes::ENDING_ACCEPT, dates::ending_accept),
    (codes::OVERDUE_REVIEW, dates::overdue_review),
    (codes::NEVER_REVIEWED, dates::never_reviewed),
    (codes::OLD_VERIFICATION, dates::old_verification),
    (codes::OVERDUE_CONTROL, dates::overdue_control),
    (codes::OVERDUE_MITIGATION, dates::overdue_mitigation),
    (codes::OVERDUE_QUESTION, dates::overdue_question),
];

/// What all lints find. Of a model in which nothing is drawn only that is said.
pub(crate) fn all(seen: &Seen<'_, '_>, out: &mut Vec<Diagnostic>) {
    if seen.model().is_empty() {
        out.extend(drawing::empty_model(codes::EMPTY_MODEL));
        return;
    }
    for (code, lint) in LINTS {
        out.extend(lint(*code, seen));
    }
}
