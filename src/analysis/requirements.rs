//! Rules of the house: `require CONTROL on TARGET`, and where they are broken.
//!
//! A rule speaks of what its target names and is in scope: of elements or of flows. By `*` or a
//! boundary it means what is built there, so outside parties only where it names them or their kind.
//! It is kept where the control is in force on the part, by the same measure as for a threat on it.

use super::answers::covers;
use super::condition;
use super::credit::on_target;
use super::ground::Ground;
use super::placed::Placements;
use super::threat::ThreatTarget;
use super::{RequirementResult, find};
use crate::catalog::Root;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::{ElementId, FlowId, Placement, Requirement, Target};

/// Tries every rule, in the order of the text.
pub(crate) fn check(
    ground: &Ground<'_>,
    placements: &Placements<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<RequirementResult> {
    let all = ground.model.requirements.iter();
    all.map(|r| {
        let mut result = RequirementResult { kept: Vec::new(), broken: Vec::new() };
        let standing = placements.of(r.control);
        for target in asked(ground, r) {
            let here = |in_force| standing.map_or_else(Vec::new, |s| on_target(ground, target, s, in_force));
            if here(true).is_empty() {
                out.push(broken(ground, r, target, here(false).first().copied()));
                result.broken.push(target);
            } else {
                result.kept.push(target);
            }
        }
        result
    })
    .collect()
}

/// What is said of a part that breaks a rule; the control may be planned on it.
fn broken(
    ground: &Ground<'_>,
    r: &Requirement,
    target: ThreatTarget,
    planned: Option<&Placement>,
) -> Diagnostic {
    let model = ground.model;
    let control = model.catalog.controls.get(r.control.index()).map_or("", |c| c.name.as_str());
    let id = find::target_id(model, target);
    let message = format!("`{id}` has no `{control}`, which a rule of the house requires");
    let (place, missing) = match target {
        ThreatTarget::Flow(f) => (
            model.flow(f).map(|f| f.span),
            "not on it, on its way, on an end or on a boundary that it crosses",
        ),
        ThreatTarget::Element(e) => {
            (model.element(e).map(|e| e.span), "not on it, nor on a boundary around it")
        }
        ThreatTarget::Boundary(_) | ThreatTarget::Model => (None, ""),
    };
    let mut d = match place {
        Some(span) => Diagnostic::new(codes::BROKEN_REQUIREMENT, span, message)
            .at(if planned.is_some() { "here it is only planned" } else { missing })
            .label(r.span, "the rule"),
        None => Diagnostic::new(codes::BROKEN_REQUIREMENT, r.span, message),
    };
    if let Some(planned) = planned {
        d = d.label(planned.span, "planned here; a rule wants it in force");
    }
    match &r.because {
        Some(because) => d.help(format!("because: {because}")),
        None => d,
    }
}

/// The parts that a rule speaks of.
fn asked(ground: &Ground<'_>, r: &Requirement) -> Vec<ThreatTarget> {
    let model = ground.model;
    let in_scope = |e: ElementId| model.element(e).is_some_and(|e| e.out_of_scope.is_none());
    let target = &r.on.target;
    // What is not built here is meant only by its name or kind.
    let wide = matches!(target, Target::All | Target::Boundary(_));
    let all: Vec<ThreatTarget> = match target {
        Target::Flows(_) | Target::AnyFlow => (0..model.flows.len())
            .map(FlowId::new)
            .filter(|f| model.flow(*f).is_some_and(|f| in_scope(f.source) || in_scope(f.target)))
            .map(ThreatTarget::Flow)
            .collect(),
        Target::Element(_) | Target::AnyKind(_) | Target::Boundary(_) | Target::All => {
            (0..model.elements.len())
                .map(ElementId::new)
                .filter(|e| in_scope(*e) && !(wide && ground.is_kind(*e, Root::External.kind())))
                .map(ThreatTarget::Element)
                .collect()
        }
        Target::Data(_) => Vec::new(),
    };
    let asked = |t: &ThreatTarget| {
        covers(ground.model, target, *t)
            && r.when.as_ref().is_none_or(|when| condition::holds(ground, when, *t))
    };
    all.into_iter().filter(asked).collect()
}
