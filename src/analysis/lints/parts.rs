//! Parts that are declared and that nothing uses.

use super::{Seen, in_own_file};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::responses::With;
use crate::model::{DataId, ElementId, OwnControlId};
use std::collections::HashSet;

/// An element that no flow starts at, ends at or goes through, and that nothing runs on.
pub(super) fn isolated_element(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let ends = model.flows.iter().flat_map(|f| [f.source, f.target].into_iter().chain(f.via.iter().copied()));
    let hosts = model.elements.iter().flat_map(|e| e.runs_on.iter().copied());
    let met: HashSet<ElementId> = ends.chain(hosts).collect();
    let all = (0..model.elements.len()).map(ElementId::new);
    all.filter(|e| !met.contains(e))
        .filter_map(|e| model.element(e))
        .filter(|e| e.out_of_scope.is_none() && in_own_file(e.span))
        .map(|e| {
            Diagnostic::new(code, e.span, format!("no flow goes to or from `{}`", e.name))
                .at("nothing reaches it, and it reaches nothing")
                .help("Threats follow what moves, so hardly any is found at an element without flows.")
                .help(format!("Draw who calls it or whom it calls, as in `{} -> …`, or say `scope: out` with `because`.", e.name))
        })
        .collect()
}

/// Data that nothing stores, holds or moves, neither as it is nor in what is made of it.
pub(super) fn unused_data(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let moved = seen.ground.movements.iter().flat_map(|m| &m.data);
    let kept = seen.ground.stored.iter().flatten();
    let held = model.elements.iter().flat_map(|e| &e.holds);
    let mut used: HashSet<DataId> = moved.chain(kept).chain(held).copied().collect();
    // Where something arrives, what it is made of arrives.
    let mut next: Vec<DataId> = used.iter().copied().collect();
    while let Some(d) = next.pop() {
        let sources = model.datum(d).into_iter().flat_map(|d| &d.from);
        next.extend(sources.filter(|s| used.insert(**s)));
    }
    let all = (0..model.data.len()).map(DataId::new);
    all.filter(|d| !used.contains(d))
        .filter_map(|d| model.datum(d))
        .filter(|d| in_own_file(d.span))
        .map(|d| {
            Diagnostic::new(code, d.span, format!("nothing stores or moves `{}`", d.name))
                .at("declared here, and nowhere in the drawing")
                .help("What is not drawn is at stake nowhere: no threat counts it.")
                .help(format!(
                    "Name it where it is, as in `stores: [{0}]` on a store or `sends: [{0}]` on a flow, or take it out.",
                    d.name
                ))
        })
        .collect()
}

/// A control of this system that stands nowhere and that no mitigation relies on.
pub(super) fn unused_control(code: Code, seen: &Seen<'_, '_>) -> Vec<Diagnostic> {
    let model = seen.model();
    let relied: HashSet<OwnControlId> = model
        .responses
        .iter()
        .flat_map(|r| &r.with)
        .filter_map(|w| match w {
            With::Own(o) => Some(*o),
            With::Kind(_) => None,
        })
        .collect();
    let all = model.controls.iter().enumerate();
    all.filter(|(i, c)| c.on.is_empty() && !relied.contains(&OwnControlId::new(*i)) && in_own_file(c.span))
        .map(|(_, c)| {
            Diagnostic::new(code, c.span, format!("the control `{}` stands nowhere", c.name))
                .at("no `on`, and in no `controls` or `with`")
                .help("A control counts where it stands, so this one lowers no threat.")
                .help(format!(
                    "Say where with `on: [ … ]`, or name `{}` in the `controls` of a part.",
                    c.name
                ))
        })
        .collect()
}
