//! The checklist with names, and what was tried.

use super::*;
use crate::analysis::checklist::{self, CheckState};
use crate::analysis::evidence::Evidence as Found;

impl Collector<'_> {
    pub(super) fn checklist(&self) -> Vec<Check> {
        let all = self.analysis.checklist.iter();
        all.map(|c| {
            let own = c.own.and_then(|o| self.model.controls.get(o.index()));
            let control = self.catalog.control(c.control);
            let planned = own.filter(|_| c.state == CheckState::Planned);
            Check {
                element: self.element(c.element),
                control: self.control(c.control),
                control_label: self.control_label(c.control),
                subject: control.map(|k| k.group.clone()).unwrap_or_default(),
                state: c.state,
                at: c.place.map(|p| self.part(p)),
                own: own.map(|o| o.name.clone()),
                owner: own.and_then(|o| o.owner.clone()),
                due: planned.and_then(|o| day(o.due)),
                overdue: planned.is_some_and(|o| due::control_is_overdue(o, self.analysis.today)),
                known: c.known,
            }
        })
        .collect()
    }

    pub(super) fn scorecard(&self) -> Scorecard {
        let card = checklist::scorecard(&self.analysis.checklist, self.catalog);
        let score = |s: checklist::Score| Score { counts: s, percent: s.percent(), forecast: s.forecast() };
        let subjects = card.groups.into_iter();
        Scorecard {
            overall: score(card.all),
            subjects: subjects.map(|(subject, s)| SubjectScore { subject, score: score(s) }).collect(),
        }
    }

    pub(super) fn evidence(&self, found: &Found) -> Evidence {
        let ids = |list: &[ThreatId]| list.iter().map(|&t| self.threat_id(t)).collect();
        Evidence {
            unsettled: found.unsettled,
            tried: found.unsettled.saturating_sub(found.untried.len()),
            untried: ids(&found.untried),
            old: ids(&found.old),
        }
    }
}
