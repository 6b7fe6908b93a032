//! Ways of attackers, agents that join, supply chains, chokepoints.

use super::Line;
use super::page::{NONE, Page};
use crate::report::paths::{self, Way};
use crate::report::words::columns;
use crate::report::{Place, words};

impl Page<'_> {
    /// What can go wrong along paths.
    pub(super) fn paths(&mut self) {
        let report = self.report;
        let attackers = paths::attackers(report, self.names);
        if !attackers.is_empty() {
            self.section("ways");
            self.paragraph(words::paths::WAYS);
            self.figures(Place::Attackers);
        }
        for a in attackers {
            self.paragraph(Line::new().strong(&a.label));
            self.list(a.notes.iter().map(Line::from));
            for w in &a.ways {
                self.details(&w.summary, |p| p.way(w));
            }
        }
        let joins = paths::joins(report, self.names);
        if !joins.is_empty() {
            self.section("joins");
            self.paragraph(words::paths::JOINS);
        }
        for j in joins {
            self.paragraph(Line::new().strong(&j.sentence));
            let mut lines: Vec<Line> =
                j.chains.iter().map(|(what, way)| format!("{what}: {way}").into()).collect();
            lines.extend(j.threats.iter().map(|id| {
                let form = words::paths::threat(self.names.threat(id).map(|t| t.status));
                Line::filled(&form, &[("threat", self.signed(std::slice::from_ref(id)))])
            }));
            self.list(lines);
        }
        self.supply();
    }

    fn way(&mut self, w: &Way) {
        let rows = w.steps.iter().map(|s| {
            vec![
                s.leg.into(),
                (&s.text).into(),
                s.state.into(),
                self.signed(&s.threats),
                self.threats(&s.stopped),
            ]
        });
        let rows = rows.collect();
        self.table(columns::STEPS, rows);
        self.list(w.notes.iter().map(Line::from));
    }

    /// Links to threats, each with the sign of its severity.
    fn signed(&self, ids: &[String]) -> Line {
        if ids.is_empty() {
            return NONE.into();
        }
        Line::stacked(ids.iter().map(|id| match self.names.threat(id) {
            Some(t) => Line::from(format!("{} ", words::shape(t.residual.severity))).then(self.link(t)),
            None => id.into(),
        }))
    }

    fn supply(&mut self) {
        let chains = paths::supply(self.report, self.names);
        if chains.is_empty() {
            return;
        }
        self.section("supply");
        self.paragraph(words::paths::SUPPLY);
        self.figures(Place::Supply);
        let rows = chains.iter().map(|c| {
            let open = match c.unverified.is_empty() {
                true => words::paths::ALL_CHECKED.into(),
                false => Line::stacked(c.unverified.iter().map(|h| Line::new().strong(h))),
            };
            let controls = match c.controls.is_empty() {
                true => NONE.into(),
                false => Line::stacked(c.controls.iter().map(Line::from)),
            };
            vec![(&c.what).into(), (&c.way).into(), open, controls]
        });
        let rows = rows.collect();
        self.reference(words::noun::CHAIN, columns::SUPPLY, rows);
    }

    /// What could be done about many ways at once.
    pub(super) fn chokepoints(&mut self) {
        let all = paths::chokepoints(self.report, self.names);
        if all.is_empty() {
            return;
        }
        self.section("chokepoints");
        self.paragraph(words::paths::CHOKEPOINTS);
        let rows = all.iter().map(|c| {
            let changes = c.changes.iter().map(|(id, how)| self.threat(id).then(format!(": {how}")));
            let lowered = (c.lowered > 0).then(|| words::paths::lowered(c.lowered).into());
            vec![
                (&c.control).into(),
                (&c.place).into(),
                (&c.cuts).into(),
                (&c.harder).into(),
                Line::stacked(changes.chain(lowered)),
            ]
        });
        let rows = rows.collect();
        self.table(columns::CHOKEPOINTS, rows);
    }
}
