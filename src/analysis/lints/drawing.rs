//! The drawing as a whole: what crosses, and the boundaries.

use super::Seen;
use crate::catalog::Root;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{BoundaryId, Element, ElementId};
use std::collections::HashSet;

/// Nothing is drawn.
pub(super) fn empty_model(code: Code) -> Option<Diagnostic> {
    let d = Diagnostic::bare(code, "there is nothing here yet: no element, flow or boundary")
        .help("Declare an element, as in `inference_api chat \"Chat\"`, and a flow to it.");
    Some(d)
}

/// The edition of the catalog is not named.
pub(super) fn no_edition(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    if model.info.edition.is_some() {
        return Vec::new();
    }
    let newest = &model.catalog.edition;
    let message = "the model does not say which catalog it is for";
    let why = format!("the newest is used, {newest}; a later one may find other threats");
    vec![match model.info.span {
        Some(span) => Diagnostic::new(code, span, message)
            .at(why)
            .help(format!("Write `catalog: {newest}` to keep its threats as they are.")),
        None => Diagnostic::bare(code, format!("{message}: {why}"))
            .help(format!("`model \"…\" {{ catalog: {newest} }}` keeps its threats as they are.")),
    }]
}

/// No flow crosses a trust boundary.
pub(super) fn no_crossing(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    if !seen.ground.crossings.is_empty() {
        return Vec::new();
    }
    let message = if seen.model().flows.is_empty() {
        "no flow is drawn, so nothing crosses a trust boundary"
    } else {
        "no flow crosses a trust boundary"
    };
    vec![Diagnostic::bare(code, message).help(
        "Most threats arise where data crosses a boundary: draw the boundaries, and who calls from outside.",
    )]
}

/// All processes stand in the boundary that is implied.
pub(super) fn no_boundary(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let processes: Vec<_> = (0..model.elements.len())
        .map(ElementId::new)
        .filter(|e| seen.is_process(*e))
        .filter_map(|e| model.element(e))
        .filter(|e| e.out_of_scope.is_none())
        .collect();
    let drawn = |b: Option<BoundaryId>| b.and_then(|b| model.boundary(b)).is_none_or(|b| !b.implied);
    let Some(first) = processes.first() else { return Vec::new() };
    if processes.iter().any(|e| drawn(e.boundary)) {
        return Vec::new();
    }
    let message = match processes.len() {
        1 => "the only process stands outside every boundary".to_owned(),
        2 => "both processes stand outside every boundary".to_owned(),
        n => format!("all {n} processes stand outside every boundary"),
    };
    let here = match processes.len() {
        1 => "in the implied boundary `system`",
        2 => "this and the other are in the implied boundary `system`",
        _ => "this and all others are in the implied boundary `system`",
    };
    vec![
        Diagnostic::new(code, first.span, message)
            .at(here)
            .help("What stands in one boundary is trusted alike, so nothing between these parts is a crossing.")
            .help("Draw your own, as in `boundary cloud \"Cloud\" { trust: internal … }`, and one for each part that trusts the others less."),
    ]
}

/// So many parts are pointed at beside the first.
const NAMED: usize = 5;

/// Some of what is built stands in the implied boundary, while other parts stand in boundaries that are drawn.
pub(super) fn outside_part(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let implied = |e: &&Element| e.boundary.and_then(|b| model.boundary(b)).is_some_and(|b| b.implied);
    let all = || (0..model.elements.len()).map(ElementId::new);
    // Where all processes stand outside, no_boundary says so.
    let some_drawn =
        all().filter(|e| seen.is_process(*e)).filter_map(|e| model.element(e)).any(|e| !implied(&e));
    let loose: Vec<&Element> = all()
        .filter(|e| some_drawn && (seen.is_process(*e) || seen.is_store(*e)))
        .filter_map(|e| model.element(e))
        .filter(|e| implied(e) && !e.declares_trust && e.out_of_scope.is_none())
        .collect();
    let Some((first, others)) = loose.split_first() else { return Vec::new() };
    let message = match others.len() {
        0 => format!("`{}` stands outside every boundary that is drawn", first.name),
        n => format!("`{}` and {n} more stand outside every boundary that is drawn", first.name),
    };
    let d = Diagnostic::new(code, first.span, message)
        .at("taken for a part of your own system, in the implied boundary `system`");
    let d = others.iter().take(NAMED).fold(d, |d, e| d.label(e.span, "and this"));
    let d = d.help("Draw it in the boundary of whoever runs it, so that what crosses on the way is seen.");
    // Of a kind that others run too, there is one to say so.
    let catalog = &model.catalog;
    let of_others = |e: &&Element| {
        let mut kinds = catalog.kinds.iter().filter(|k| k.above.contains(&e.kind));
        kinds.find(|k| k.above.contains(&Root::External.kind())).map(|k| (e.name.clone(), k.name.clone()))
    };
    vec![match loose.iter().copied().find_map(|e| of_others(&e)) {
        Some((name, kind)) => d.help(format!("If another organization runs `{name}`, its kind is `{kind}`.")),
        None => d,
    }]
}

/// A boundary at the root does not say how far it is trusted. What stands in it says so by itself
/// or takes the root's trust, so one word there is enough.
pub(super) fn implied_trust(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let roots = seen.model().boundaries.iter();
    roots
        .filter(|b| b.parent.is_none() && !b.implied && !b.declares_trust)
        .map(|b| {
            Diagnostic::new(
                code,
                b.span,
                format!("the boundary `{}` does not say how far it is trusted", b.name),
            )
            .at(format!("taken to be `{}`", b.trust))
            .help("Trust decides which way a crossing goes up, and so which threats are found on it.")
            .help("Write `trust: untrusted`, `partner`, `internal` or `restricted` in its block.")
        })
        .collect()
}

/// A boundary with neither an element nor a boundary in it.
pub(super) fn empty_boundary(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let elements = model.elements.iter().filter_map(|e| e.boundary);
    let filled: HashSet<BoundaryId> =
        elements.chain(model.boundaries.iter().filter_map(|b| b.parent)).collect();
    let all = (0..model.boundaries.len()).map(BoundaryId::new);
    all.filter(|b| !filled.contains(b))
        .filter_map(|b| model.boundary(b))
        .filter(|b| super::in_own_file(b.span))
        .map(|b| {
            Diagnostic::new(code, b.span, format!("nothing stands in the boundary `{}`", b.name))
                .at("no element and no boundary in its block")
                .help(
                    "Nothing crosses an empty boundary, so it protects nothing and no threat is found at it.",
                )
                .help("Put the elements into its block that it is drawn around, or take it out.")
        })
        .collect()
}
