//! Responses, refinement and the order of the register: where each threat stands.

use super::ThreatId;
use super::ground::Ground;
use super::threat::{Response as By, Status, Threat, ThreatTarget};
use crate::catalog::RuleId;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::{RiskLevel, With};
use crate::model::{Model, Response, ResponseKind, Target};
use crate::syntax::tree::Date;
use std::collections::{BTreeSet, HashMap};

/// Whether a response's target takes in a threat's.
pub(crate) fn covers(ground: &Ground<'_>, target: &Target, of: ThreatTarget) -> bool {
    let model = ground.model;
    match (target, of) {
        (Target::All, _) => true,
        (Target::Element(e), ThreatTarget::Element(t)) => *e == t,
        (Target::Flows(list), ThreatTarget::Flow(f)) => list.contains(&f),
        (Target::AnyFlow, ThreatTarget::Flow(_)) => true,
        (Target::AnyKind(k), ThreatTarget::Element(e)) => ground.is_kind(e, *k),
        (Target::Boundary(b), ThreatTarget::Element(e)) => model.around(e).contains(b),
        (Target::Boundary(b), ThreatTarget::Boundary(t)) => *b == t,
        (Target::Boundary(b), ThreatTarget::Flow(f)) => {
            let inside = |e| model.around(e).contains(b);
            model.flow(f).is_some_and(|f| inside(f.source) && inside(f.target))
        }
        _ => false,
    }
}

/// A response with its place in the model.
type Placed<'m> = (usize, &'m Response);

/// The response of each kind that a rule has on a target.
pub(crate) struct Answers<'m> {
    by_rule: HashMap<RuleId, Vec<Placed<'m>>>,
}

impl<'m> Answers<'m> {
    pub fn new(model: &'m Model) -> Self {
        let mut by_rule: HashMap<RuleId, Vec<(usize, &Response)>> = HashMap::new();
        for (i, r) in model.responses.iter().enumerate() {
            by_rule.entry(r.rule).or_default().push((i, r));
        }
        Answers { by_rule }
    }

    /// The `rated` statements of a threat, and its other responses; of each at most one is right.
    pub fn of(
        &self,
        ground: &Ground<'_>,
        rule: RuleId,
        target: ThreatTarget,
    ) -> (Vec<Placed<'m>>, Vec<Placed<'m>>) {
        let mine = self.by_rule.get(&rule).into_iter().flatten();
        let mine = mine.filter(|(_, r)| covers(ground, &r.on.target, target)).copied();
        mine.partition(|(_, r)| r.kind == ResponseKind::Rated)
    }
}

/// Sets the status of every threat, all but `refined`.
pub(crate) fn settle(
    ground: &Ground<'_>,
    answers: &Answers<'_>,
    threats: &mut [Threat],
    appetite: RiskLevel,
    today: Date,
    out: &mut Vec<Diagnostic>,
) {
    // Two statements that meet at many threats are one mistake.
    let mut said: BTreeSet<(usize, usize)> = BTreeSet::new();
    for t in threats.iter_mut() {
        let (rated, responses) = answers.of(ground, t.rule, t.target);
        let pairs = |list: &[Placed<'_>]| -> Vec<(usize, usize)> {
            list.iter().zip(list.iter().skip(1)).map(|(a, b)| (a.0, b.0)).collect()
        };
        for (a, b) in pairs(&rated).into_iter().chain(pairs(&responses)) {
            let both = |i: usize| ground.model.responses.get(i);
            let (Some(first), Some(second), true) = (both(a), both(b), said.insert((a, b))) else {
                continue;
            };
            out.push(
                Diagnostic::new(
                    codes::DUPLICATE_RESPONSE,
                    second.span,
                    format!("two responses to `{}`", t.id),
                )
                .at("the second")
                .label(first.span, "the first")
                .help("keep the one that holds, or narrow its target"),
            );
        }
        let Some((index, r)) = responses.first().copied() else {
            t.status = by_risk(t, appetite);
            continue;
        };
        t.response = Some(By(index));
        t.status = match r.kind {
            ResponseKind::Dismiss => Status::Dismissed,
            ResponseKind::Transfer => Status::Transferred,
            ResponseKind::Accept => {
                if let Some(until) = r.until.filter(|u| *u < today) {
                    out.push(
                        Diagnostic::new(
                            codes::EXPIRED_ACCEPT,
                            r.span,
                            format!("the acceptance of `{}` ended on {until}", t.id),
                        )
                        .at("it counts no more, so the threat is open again")
                        .help("decide anew: extend `until`, or mitigate the threat"),
                    );
                    t.response = None;
                    by_risk(t, appetite)
                } else if let Some(at) = r.at.filter(|a| t.residual.severity() > *a) {
                    out.push(
                        Diagnostic::new(
                            codes::EXCEEDED_ACCEPT,
                            r.span,
                            format!("`{}` is {} now, and was accepted at {at}", t.id, t.residual.severity()),
                        )
                        .at("it counts no more, so the threat is open again")
                        .help("decide anew at today's severity, or mitigate the threat"),
                    );
                    t.response = None;
                    by_risk(t, appetite)
                } else {
                    Status::Accepted
                }
            }
            ResponseKind::Mitigate => {
                idle(ground, t, r, out);
                by_risk(t, appetite)
            }
            ResponseKind::Rated => by_risk(t, appetite),
        };
    }
}

/// Controls that a mitigation relies on and that do not count for the threat.
fn idle(ground: &Ground<'_>, t: &Threat, r: &Response, out: &mut Vec<Diagnostic>) {
    for with in &r.with {
        let (control, name) = match with {
            With::Kind(c) => (Some(*c), ground.model.catalog.controls.get(c.index()).map(|c| &c.name)),
            With::Own(o) => {
                let own = ground.model.controls.get(o.index());
                (own.map(|o| o.kind), own.map(|o| &o.name))
            }
        };
        let (Some(control), Some(name)) = (control, name) else { continue };
        if t.credited.iter().any(|c| c.control == control) {
            continue;
        }
        let message = format!("`{name}` does not count for `{}`", t.id);
        let d = Diagnostic::new(codes::IDLE_CONTROL, r.span, message).at("this relies on it");
        let why: Vec<String> = t
            .uncredited
            .iter()
            .filter(|u| u.control == control)
            .map(|u| format!("at {}: {}", super::credit::place_label(ground.model, u.place), u.because))
            .collect();
        out.push(if why.is_empty() {
            d.help("put it on the flow, on an end of it, on the part or on a boundary around it, as the threat's target asks")
        } else {
            d.help(why.join("; "))
        });
    }
}

fn by_risk(t: &Threat, appetite: RiskLevel) -> Status {
    if t.inherent.severity() <= appetite {
        Status::Tolerated
    } else if t.residual.severity() <= appetite {
        Status::Mitigated
    } else if t.forecast.severity() <= appetite {
        Status::Planned
    } else {
        Status::Open
    }
}

/// Lets finer threats take the place of generic ones: on the same flow or its receiver (an element
/// rule: on the same element), while the finer one is not dismissed and its residual severity is
/// not the lower. Threats are in their final order.
pub(crate) fn refine(ground: &Ground<'_>, threats: &mut [Threat]) {
    let mut by_target: HashMap<(RuleId, ThreatTarget), usize> = HashMap::new();
    for (i, t) in threats.iter().enumerate() {
        by_target.insert((t.rule, t.target), i);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (i, finer) in threats.iter().enumerate() {
        if finer.status == Status::Dismissed {
            continue;
        }
        let Some(rule) = ground.model.catalog.rules.get(finer.rule.index()) else { continue };
        let receiver = finer.movement.and_then(|m| ground.movement(m)).map(|m| m.receiver);
        let places = [Some(finer.target), receiver.map(ThreatTarget::Element)];
        for generic in &rule.refines {
            for place in places.into_iter().flatten() {
                let Some(&g) = by_target.get(&(*generic, place)) else { continue };
                let lower = threats.get(g).is_some_and(|g| finer.residual.severity() < g.residual.severity());
                if g != i && !lower {
                    pairs.push((i, g));
                }
            }
        }
    }
    for (finer, generic) in pairs {
        if let Some(g) = threats.get_mut(generic)
            && g.refined_by.is_none()
        {
            g.refined_by = Some(ThreatId::new(finer));
            if !matches!(g.status, Status::Dismissed | Status::Transferred | Status::Accepted) {
                g.status = Status::Refined;
            }
        }
        if let Some(f) = threats.get_mut(finer)
            && !f.refines.contains(&ThreatId::new(generic))
        {
            f.refines.push(ThreatId::new(generic));
        }
    }
}
