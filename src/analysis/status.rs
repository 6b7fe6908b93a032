//! Responses, refinement and the order of the register: where each threat stands.

use super::answers::{Answers, Arising, Surplus};
use super::ground::Ground;
use super::threat::{Response as By, Status, Threat, ThreatTarget};
use super::{ThreatId, why};
use crate::catalog::RuleId;
use crate::diagnostic::{Diagnostic, codes};
use crate::model::responses::{RiskLevel, With};
use crate::model::{Response, ResponseKind, Target};
use crate::syntax::tree::Date;
use std::collections::HashMap;

/// Sets the status of every threat, all but `refined`.
pub(crate) fn settle(
    ground: &Ground<'_>,
    answers: &Answers<'_>,
    threats: &mut [Threat],
    appetite: RiskLevel,
    today: Date,
    out: &mut Vec<Diagnostic>,
) {
    // A statement that is one too many at many threats is one mistake.
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

/// Responses that answer no threat: why, and what their target does have.
pub(crate) fn stale(ground: &Ground<'_>, threats: &[Threat], out: &mut Vec<Diagnostic>) {
    let model = ground.model;
    if model.responses.is_empty() && model.tests.is_empty() {
        return;
    }
    let arising = Arising::new(ground, threats);
    let said = model.responses.iter().map(|r| (r.kind.word(), r.rule, &r.on, r.span, r.whole));
    let tried = model.tests.iter().map(|t| ("tested", t.rule, &t.on, t.span, t.whole));
    for (word, rule, on, span, whole) in said.chain(tried) {
        if arising.has(rule, &on.target) {
            continue;
        }
        let Some(r) = model.catalog.rules.get(rule.index()) else { continue };
        let off = model.off.iter().find(|o| o.rule == rule);
        let why = match (off, &r.when) {
            (Some(_), _) => format!("`{}` is switched off in this model", r.name),
            (None, Some(when)) => format!("it arises when: {}", when.text),
            (None, None) => "it arises on other kinds of targets".to_owned(),
        };
        let there = if on.target == Target::All { Vec::new() } else { arising.rules(&on.target) };
        let there = there.iter().filter_map(|r| model.catalog.rules.get(r.index()));
        let names: Vec<String> = there.map(|r| format!("`{}`", r.name)).collect();
        let mut d = Diagnostic::new(
            codes::STALE_RESPONSE,
            span,
            format!("`{word}` answers `{}`, which does not arise here", r.name),
        )
        .at("nothing to answer")
        .help(why);
        if let Some(off) = off {
            d = d.label(off.span, "switched off here");
        }
        if !names.is_empty() {
            d = d.help(format!("its target has {}", why::list(names)));
        }
        out.push(d.fix("remove the statement", whole, ""));
    }
}
