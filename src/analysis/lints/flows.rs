//! Flows that say too little, or say it the wrong way round.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Flow;

/// The flows with their places, `a <-> b` as the one statement that it is.
fn statements<'m>(seen: &Seen<'_, 'm>) -> impl Iterator<Item = (usize, &'m Flow)> {
    let all = seen.model().flows.iter().enumerate();
    all.filter(|(i, f)| f.twin.is_none_or(|t| t.index() > *i))
}

/// A flow over a crossing that does not say what it moves.
pub(super) fn undeclared_flow(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let crosses = |i: usize| seen.ground.crossing_of.get(i).copied().flatten().is_some();
    statements(seen)
        .filter(|(i, f)| crosses(*i) && !f.declares)
        .map(|(_, f)| {
            let message = format!("the flow `{}` crosses a boundary and does not say what it moves", f.id);
            Diagnostic::new(code, f.span, message).at("what goes over here?").help(
                "Say it: `{ sends: […], returns: […] }`. Rules about prompts, documents or weights need it.",
            )
        })
        .collect()
}

/// A flow from an element to itself.
pub(super) fn self_flow(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    statements(seen)
        .filter(|(_, f)| f.source == f.target)
        .filter_map(|(_, f)| Some((f, model.element(f.source)?)))
        .map(|(f, e)| {
            Diagnostic::new(code, f.span, format!("the flow `{}` goes from an element to itself", f.id))
                .at("leaves nothing and arrives nowhere else")
                .help("It crosses no boundary and hands nothing on, so it can't show where data goes.")
                .help(format!(
                    "If `{}` has parts that call one another, draw them; else take the flow out.",
                    e.name
                ))
        })
        .collect()
}

/// A store that starts a flow.
pub(super) fn calling_store(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    statements(seen)
        .filter(|(_, f)| seen.is_store(f.source) && f.source != f.target)
        .filter_map(|(_, f)| Some((f, model.element(f.source)?, model.element(f.target)?)))
        .map(|(f, store, other)| {
            let d = Diagnostic::new(code, f.span, format!("the store `{}` starts the flow `{}`", store.name, f.id))
                .at("a store is asked; it does not call")
                .label(store.span, "the store")
                .help("The arrow starts at the caller. Where it is turned round, taint comes from the wrong side.");
            if seen.is_store(f.target) {
                d.help("If a job copies from one to the other, draw it as a process that calls both.")
            } else {
                d.help(format!(
                    "If `{0}` reads from it, write `{0} -> {1} {{ returns: […] }}`; if something in it does call, draw that as a process.",
                    other.name, store.name
                ))
            }
        })
        .collect()
}
