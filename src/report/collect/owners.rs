//! Who answers for what, and who has to act by when.

use super::*;
use crate::analysis::Status;
use crate::model::ResponseKind;
use crate::model::parts::ControlStatus;
use std::collections::BTreeMap;

/// The owners that a model names, by what they own.
pub(super) struct Owners<'a> {
    report: &'a Report,
    elements: BTreeMap<&'a str, &'a Element>,
    boundaries: BTreeMap<&'a str, &'a Boundary>,
    flows: BTreeMap<&'a str, &'a Flow>,
}

impl<'a> Owners<'a> {
    pub fn new(report: &'a Report) -> Self {
        Owners {
            report,
            elements: report.elements.iter().map(|e| (e.id.as_str(), e)).collect(),
            boundaries: report.boundaries.iter().map(|b| (b.id.as_str(), b)).collect(),
            flows: report.flows.iter().map(|f| (f.id.as_str(), f)).collect(),
        }
    }

    /// Who answers for a threat; none if nobody does.
    pub fn of(&self, t: &Threat) -> Option<Owner> {
        let owner = |name: &Option<String>, of| name.clone().map(|name| Owner { name, of });
        let response = t.response.and_then(|r| self.report.responses.get(r));
        let planned = || {
            let coming = |c: &&Control| {
                let counts = |x: &Credited| !x.in_force && x.control == c.kind && c.on.contains(&x.on);
                c.own && c.status == ControlStatus::Planned && t.credited.iter().any(counts)
            };
            self.report.controls.iter().filter(coming).find_map(|c| owner(&c.owner, OwnerOf::Control))
        };
        let target = || match t.target_type {
            PartType::Element => self.element(&t.target),
            PartType::Boundary => self.around(Some(&t.target)),
            PartType::Flow => {
                let flow = self.flows.get(t.target.as_str())?;
                let ends = || self.element(&flow.target).or_else(|| self.element(&flow.source));
                owner(&flow.owner, OwnerOf::Flow).or_else(ends)
            }
            _ => None,
        };
        response
            .and_then(|r| owner(&r.owner, OwnerOf::Response).or_else(|| owner(&r.by, OwnerOf::Response)))
            .or_else(planned)
            .or_else(target)
            .or_else(|| owner(&self.report.model.owner, OwnerOf::Model))
    }

    fn element(&self, id: &str) -> Option<Owner> {
        let e = self.elements.get(id)?;
        let own = e.owner.clone().map(|name| Owner { name, of: OwnerOf::Element });
        own.or_else(|| self.around(e.boundary.as_deref()))
    }

    /// The owner of a boundary, or of the innermost one around it that has one.
    fn around(&self, id: Option<&str>) -> Option<Owner> {
        let mut at = id.and_then(|id| self.boundaries.get(id));
        while let Some(b) = at {
            if let Some(name) = b.owner.clone() {
                return Some(Owner { name, of: OwnerOf::Boundary });
            }
            at = b.parent.as_deref().and_then(|p| self.boundaries.get(p));
        }
        None
    }

    /// The elements that a threat is on or between.
    pub fn elements_of(&self, t: &Threat) -> Vec<String> {
        match t.target_type {
            PartType::Element => vec![t.target.clone()],
            PartType::Flow => self
                .flows
                .get(t.target.as_str())
                .map_or_else(Vec::new, |f| vec![f.source.clone(), f.target.clone()]),
            _ => Vec::new(),
        }
    }

    /// The boundaries around what a threat is on, or that its flow goes out of and into; the inner ones
    /// first.
    pub fn boundaries_of(&self, t: &Threat) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut climb = |from: Option<&str>| {
            let mut at = from.and_then(|id| self.boundaries.get(id));
            while let Some(b) = at {
                if !out.contains(&b.id) {
                    out.push(b.id.clone());
                }
                at = b.parent.as_deref().and_then(|p| self.boundaries.get(p));
            }
        };
        if t.target_type == PartType::Boundary {
            climb(Some(&t.target));
        }
        for e in self.elements_of(t) {
            climb(self.elements.get(e.as_str()).and_then(|e| e.boundary.as_deref()));
        }
        out
    }
}

/// Who has to act: those with something overdue first, then by day, then by the worst of their threats.
pub(super) fn duties(report: &Report) -> Vec<Duty> {
    let mut all: IndexMap<Option<String>, Duty> = IndexMap::new();
    let fallback = |own: &Option<String>| own.clone().or_else(|| report.model.owner.clone());
    let mut with = |owner: Option<String>, edit: &mut dyn FnMut(&mut Duty)| {
        edit(all.entry(owner.clone()).or_insert_with(|| nobody(owner)));
    };
    for t in report.threats.iter().filter(|t| t.status == Status::Open) {
        with(t.owner.as_ref().map(|o| o.name.clone()), &mut |a| {
            a.threats.push(t.id.clone());
            a.worst = a.worst.max(Some(t.residual.severity));
        });
    }
    for c in report.controls.iter().filter(|c| c.own && c.status == ControlStatus::Planned) {
        with(fallback(&c.owner), &mut |a| {
            a.controls.push(c.id.clone());
            due(a, &c.due, DueWhat::Control, c.overdue);
        });
    }
    let unsettled: BTreeSet<&str> =
        report.threats.iter().filter(|t| t.status.is_unsettled()).map(|t| t.id.as_str()).collect();
    for (i, r) in report.responses.iter().enumerate() {
        let open = r.threats.iter().any(|t| unsettled.contains(t.as_str()));
        if r.kind == ResponseKind::Mitigate && (open || r.overdue) {
            with(fallback(&r.owner), &mut |a| {
                a.responses.push(i);
                due(a, &r.due, DueWhat::Response, r.overdue);
            });
        }
        if r.kind == ResponseKind::Accept && r.until.is_some() && r.state != ResponseState::Unused {
            let owner = r.owner.clone().or_else(|| r.by.clone());
            with(fallback(&owner), &mut |a| {
                a.acceptances.push(i);
                due(a, &r.until, DueWhat::Acceptance, r.state == ResponseState::Expired);
            });
        }
    }
    for (i, q) in report.questions.iter().enumerate().filter(|(_, q)| q.answer.is_none()) {
        with(fallback(&q.owner), &mut |a| {
            a.questions.push(i);
            due(a, &q.due, DueWhat::Question, q.overdue);
        });
    }
    for (i, x) in report.assumptions.iter().enumerate().filter(|(_, x)| x.confirmed.is_none()) {
        with(fallback(&x.owner), &mut |a| a.assumptions.push(i));
    }
    let m = &report.model;
    if m.next_review.is_some() || m.review_overdue {
        with(m.owner.clone(), &mut |a| {
            a.review = true;
            due(a, &m.next_review, DueWhat::Review, m.review_overdue);
        });
    }
    let mut out: Vec<Duty> = all.into_values().collect();
    let late = |a: &Duty| a.next.as_ref().is_some_and(|n| n.overdue);
    let day = |a: &Duty| a.next.as_ref().map(|n| n.date.clone()).unwrap_or_else(|| "~".to_owned());
    out.sort_by(|a, b| (late(b), day(a), b.worst, &a.owner).cmp(&(late(a), day(b), a.worst, &b.owner)));
    out
}

fn nobody(owner: Option<String>) -> Duty {
    Duty {
        owner,
        threats: Vec::new(),
        worst: None,
        controls: Vec::new(),
        responses: Vec::new(),
        questions: Vec::new(),
        acceptances: Vec::new(),
        assumptions: Vec::new(),
        review: false,
        next: None,
        overdue: 0,
    }
}

/// Notes a day; the earliest is kept.
fn due(a: &mut Duty, date: &Option<String>, what: DueWhat, overdue: bool) {
    a.overdue += usize::from(overdue);
    let Some(date) = date.clone() else { return };
    let new = Due { date, what, overdue };
    a.next = Some(a.next.take().map_or(new.clone(), |old| old.min(new)));
}
