//! Rules of the house: `require CONTROL on TARGET`, and where they are broken.

use super::answers::covers;
use super::condition;
use super::ground::Ground;
use super::placed::Placements;
use super::threat::ThreatTarget;
use super::{RequirementResult, find};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::parts::Place;
use crate::model::{BoundaryId, ElementId, FlowId, Target};

pub(crate) fn check(
    ground: &Ground<'_>,
    placements: &Placements<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<RequirementResult> {
    let model = ground.model;
    model
        .requirements
        .iter()
        .map(|r| {
            let mut result = RequirementResult { kept: Vec::new(), broken: Vec::new() };
            for target in all(ground, &r.on.target) {
                if let Some(when) = &r.when
                    && condition::holds(ground, when, target).is_none()
                {
                    continue;
                }
                let kept = placements.in_force(r.control, &places(ground, target));
                if kept { &mut result.kept } else { &mut result.broken }.push(target);
            }
            let control = model.catalog.controls.get(r.control.index());
            for broken in &result.broken {
                let id = find::target_id(model, *broken);
                let control = control.map_or("", |c| c.name.as_str());
                let mut d = Diagnostic::new(
                    codes::BROKEN_REQUIREMENT,
                    r.span,
                    format!("`{id}` has no `{control}`, which is required"),
                )
                .at("required here");
                if let Some(because) = &r.because {
                    d = d.help(format!("because: {because}"));
                }
                if let ThreatTarget::Element(e) = broken
                    && let Some(e) = model.element(*e)
                {
                    d = d.label(e.span, format!("no `{control}` on it or on a boundary around it"));
                }
                out.push(d);
            }
            result
        })
        .collect()
}

/// All parts that a requirement's target takes in; elements or flows, by what it names. What is
/// out of scope is asked for nothing.
fn all(ground: &Ground<'_>, target: &Target) -> Vec<ThreatTarget> {
    let model = ground.model;
    let in_scope = |e: ElementId| model.element(e).is_some_and(|e| e.out_of_scope.is_none());
    let flow_in_scope = |f: &FlowId| model.flow(*f).is_some_and(|f| in_scope(f.source) || in_scope(f.target));
    let flow = |f: FlowId| Some(f).filter(flow_in_scope).map(ThreatTarget::Flow);
    let element = |e: ElementId| Some(e).filter(|e| in_scope(*e)).map(ThreatTarget::Element);
    let elements = || (0..model.elements.len()).map(ElementId::new).filter_map(element);
    match target {
        Target::Flows(list) => {
            let mut list = list.clone();
            list.sort_unstable();
            list.dedup();
            list.into_iter().filter_map(flow).collect()
        }
        Target::AnyFlow => (0..model.flows.len()).map(FlowId::new).filter_map(flow).collect(),
        Target::Element(e) => element(*e).into_iter().collect(),
        Target::AnyKind(_) | Target::Boundary(_) | Target::All => {
            elements().filter(|t| covers(ground, target, *t)).collect()
        }
        Target::Data(_) => Vec::new(),
    }
}

/// The places where a control would be on a target.
fn places(ground: &Ground<'_>, target: ThreatTarget) -> Vec<Place> {
    let model = ground.model;
    match target {
        ThreatTarget::Element(e) => {
            let around = model.around(e).into_iter().map(Place::Boundary);
            std::iter::once(Place::Element(e)).chain(around).collect()
        }
        ThreatTarget::Flow(f) => {
            let mut out = vec![Place::Flow(f)];
            if let Some(flow) = model.flow(f) {
                out.extend(flow.via.iter().map(|e| Place::Element(*e)));
            }
            if let Some(c) = ground.crossing(f) {
                out.extend(c.out_of.iter().chain(&c.into).map(|b: &BoundaryId| Place::Boundary(*b)));
            }
            out
        }
        ThreatTarget::Boundary(b) => vec![Place::Boundary(b)],
        ThreatTarget::Model => Vec::new(),
    }
}
