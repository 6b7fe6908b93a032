//! Elements whose kind means something else than their author may think.

use super::{Seen, in_own_file};
use crate::catalog::Trust;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Element, ElementId};

/// Elements of the model's own file that are taken for one of a kind.
fn of_kind<'m>(seen: &Seen<'_, 'm>, kind: &str) -> Vec<&'m Element> {
    let model = seen.model();
    let Some(kind) = model.catalog.find_kind(kind) else { return Vec::new() };
    let all = (0..model.elements.len()).map(ElementId::new).filter(|e| model.is_kind(*e, kind));
    all.filter_map(|e| model.element(e)).filter(|e| in_own_file(e.span)).collect()
}

/// Staff outside every boundary, whom nobody said to be untrusted.
pub(super) fn outside_staff(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let mut outside = of_kind(seen, "staff");
    outside.retain(|e| {
        e.boundary.is_none() && !e.declares_trust && e.trust == Trust::Untrusted && e.out_of_scope.is_none()
    });
    let Some((first, others)) = outside.split_first() else { return Vec::new() };
    let message = match others.len() {
        0 => format!("`{}` stands outside every boundary, so it is untrusted as any stranger is", first.name),
        n => format!(
            "{} staff members stand outside every boundary, so they are untrusted as any stranger is",
            n + 1
        ),
    };
    let d = Diagnostic::new(code, first.span, message)
        .at("what comes from here crosses a boundary upwards, as from a stranger");
    let d = others.iter().fold(d, |d, e| d.label(e.span, "and from here"));
    vec![
        d.help(
            "Draw staff in the boundary that they work in, or say `trust: internal` or `partner` on them.",
        )
        .help("If they do come from devices and networks that nobody looks after, say `trust: untrusted`."),
    ]
}

/// A model that is named after embeddings and counts as one that writes text.
pub(super) fn embedding_model(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let embeds = |text: &str| {
        let text = text.to_lowercase();
        text.contains("embed") && !text.contains("embedded")
    };
    let catalog = &seen.model().catalog;
    of_kind(seen, "llm")
        .into_iter()
        .filter(|e| embeds(&e.name) || embeds(&e.label))
        .map(|e| {
            let kind = catalog.kind(e.kind).map_or("", |k| k.name.as_str());
            let message = format!("`{}` is named after embeddings, and its kind, `{kind}`, writes text", e.name);
            Diagnostic::new(code, e.span, message)
                .at("threats of prompts and answers arise here")
                .help("If all it does is turn content into vectors, say `generative: false`, or write `embedding_service` if it runs here.")
        })
        .collect()
}
