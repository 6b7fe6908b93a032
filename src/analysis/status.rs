//! Responses, refinement and the order of the register: where each threat stands.

use super::answers::{Answers, Surplus};
use super::ground::Ground;
use super::ids::IdMap;
use super::lost::{Lost, Told};
use super::threat::{Response as By, Status, Threat, ThreatTarget};
use super::{ThreatId, due};
use crate::catalog::RuleId;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::ResponseKind;
use crate::model::responses::RiskLevel;
use crate::syntax::tree::Date;
use std::collections::BTreeMap;

/// Sets the status of every threat, all but `refined`.
pub(crate) fn settle(
    ground: &Ground<'_>,
    answers: &Answers<'_>,
    threats: &mut [Threat],
    appetite: RiskLevel,
    today: Date,
    out: &mut Vec<Diagnostic>,
) {
    // A statement that is one too many at many threats is one mistake, and one that counts no more for
    // many of them is told once.
    let mut lost: BTreeMap<usize, Lost> = BTreeMap::new();
    let mut surplus = Surplus::default();
    for t in threats.iter_mut() {
        let keys = answers.keys(ground, t.rule, t.target);
        for rated in [true, false] {
            let Some((number, first)) = answers.first(rated, t.rule, &keys) else { continue };
            for (_, further) in surplus.of(answers, rated, t.rule, &keys, number) {
                out.push(
                    Diagnostic::new(
                        codes::DUPLICATE_RESPONSE,
                        further.span,
                        format!("two responses to `{}`", t.id),
                    )
                    .at("the second")
                    .label(first.span, "the first")
                    .help("keep the one that holds, or narrow its target"),
                );
            }
        }
        let Some((index, r)) = answers.first(false, t.rule, &keys) else {
            t.status = by_risk(t, appetite);
            continue;
        };
        t.response = Some(By(index));
        t.status = match r.kind {
            ResponseKind::Dismiss => Status::Dismissed,
            ResponseKind::Transfer => Status::Transferred,
            ResponseKind::Accept => {
                let lost = lost.entry(index).or_default();
                if due::has_expired(r, today) {
                    lost.expired.push(Told::of(t));
                    t.response = None;
                    by_risk(t, appetite)
                } else if r.at.is_some_and(|at| t.residual.severity() > at) {
                    lost.exceeded.push(Told::of(t));
                    t.response = None;
                    by_risk(t, appetite)
                } else {
                    Status::Accepted
                }
            }
            ResponseKind::Mitigate => {
                lost.entry(index).or_default().mitigate(ground.model, t, r);
                by_risk(t, appetite)
            }
            ResponseKind::Rated => by_risk(t, appetite),
        };
    }
    for (index, lost) in lost {
        if let Some(r) = ground.model.responses.get(index) {
            lost.say(r, out);
        }
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
    let mut by_target: IdMap<(RuleId, ThreatTarget), usize> = IdMap::default();
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
