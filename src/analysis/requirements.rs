//! Rules of the house: `require CONTROL on TARGET`, and where they are broken.

use super::condition;
use super::ground::Ground;
use super::status::covers;
use super::threat::ThreatTarget;
use super::{RequirementResult, find};
use crate::diagnostic::{Diagnostic, codes};
use crate::model::parts::Place;
use crate::model::{BoundaryId, ElementId, FlowId, Target};

pub(crate) fn check(ground: &Ground<'_>, out: &mut Vec<Diagnostic>) -> Vec<RequirementResult> {
    let model = ground.model;
    model
        .requirements
        .iter()
        .map(|r| {
            let mut result = RequirementResult { kept: Vec::new(), broken: Vec::new() };
            for target in all(ground, &r.on.target) {
                if !covers(model, &r.on.target, target) {
                    continue;
                }
                if let Some(when) = &r.when
                    && condition::holds(ground, when, target).is_none()
                {
                    continue;
                }
                let places = places(ground, target);
                let kept = model
                    .placements
                    .iter()
                    .any(|p| p.control == r.control && p.status.in_force() && places.contains(&p.place));
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

/// All parts that a requirement's target may take in; elements or flows, by what it names.
fn all(ground: &Ground<'_>, target: &Target) -> Vec<ThreatTarget> {
    let model = ground.model;
    let in_scope = |e: &ElementId| model.element(*e).is_some_and(|e| e.out_of_scope.is_none());
    let elements =
        || (0..model.elements.len()).map(ElementId::new).filter(in_scope).map(ThreatTarget::Element);
    let flows = || {
        let ids = (0..model.flows.len()).map(FlowId::new);
        ids.filter(|f| model.flow(*f).is_some_and(|f| in_scope(&f.source) || in_scope(&f.target)))
            .map(ThreatTarget::Flow)
    };
    match target {
        Target::Flows(_) | Target::AnyFlow => flows().collect(),
        Target::Element(_) | Target::AnyKind(_) | Target::Boundary(_) | Target::All => elements().collect(),
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
