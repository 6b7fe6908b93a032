//! The checklist, the scorecard, and what was tried.

use super::Line;
use super::page::{Page, cell};
use crate::report::words::{columns, noun, trying as said, word};
use crate::report::{checklist, evidence, sets, words};

impl Page<'_> {
    pub(super) fn checklist(&mut self) {
        let report = self.report;
        self.section("checklist");
        let rows = checklist::rows(report, self.names);
        if rows.is_empty() {
            return self.paragraph(word("expected_none"));
        }
        self.paragraph(words::checklist::ABOUT);
        let list = |all: &[String]| cell(all.join(", "));
        let cells: Vec<Vec<Line>> = rows
            .iter()
            .map(|r| {
                let name = Line::stacked([Line::from(&r.name), Line::from(&r.kind)]);
                vec![name, list(&r.done), list(&r.planned), list(&r.missing)]
            })
            .collect();
        self.details(words::checklist::should_have(rows.len()), |p| p.table(columns::CHECKLIST, cells));
        self.section("scorecard");
        self.paragraph(words::checklist::SCORE);
        let cells = checklist::lines(report);
        let cells = cells.iter().map(|l| {
            let s = &l.score;
            let counts = [s.expected, s.done, s.planned, s.missing].map(|n| Line::from(n.to_string()));
            let head = [
                Line::from(&l.name),
                format!("{} {} %", l.bar, l.percent).into(),
                format!("{} %", l.forecast).into(),
            ];
            head.into_iter().chain(counts).collect()
        });
        let cells = cells.collect();
        self.table(columns::SCORECARD, cells);
    }

    /// How each open threat can be tried: in a line each, as the cards say it in full.
    pub(super) fn trials(&mut self) {
        self.section("trials");
        let trials = evidence::trials(self.report);
        if trials.is_empty() {
            return self.paragraph(word("nothing_open"));
        }
        let rows = trials.iter().map(|t| {
            let mut tools: Vec<&str> = t.probes.iter().map(|p| p.tool.as_str()).collect();
            tools.dedup();
            let tools = if tools.is_empty() { said::BY_HAND.to_owned() } else { tools.join(", ") };
            let place = self.names.threat(&t.id).map(|t| self.names.place(t)).unwrap_or_default();
            vec![
                self.threat(&t.id),
                words::parts::and_others(&place, t.more).into(),
                tools.into(),
                cell(t.last.clone().unwrap_or_default()),
            ]
        });
        let rows = rows.collect();
        self.reference(noun::OPEN_THREAT, columns::TRIES, rows);
    }

    /// Which open threats were never tried.
    pub(super) fn tried(&mut self) {
        let e = &self.report.evidence;
        self.section("tried");
        self.paragraph(words::trying::tried(e.unsettled, e.untried.len()));
        let sorts =
            [(said::never_tried(e.untried.len()), &e.untried), (said::tried_long_ago(e.old.len()), &e.old)];
        for (what, ids) in sorts {
            if ids.is_empty() {
                continue;
            }
            let threats = ids.iter().filter_map(|id| self.names.threat(id));
            let rules = sets::together(sets::is_long(self.report), threats, |t| t.rule.as_str());
            let items = rules.into_iter().map(|(t, others)| {
                let place = words::parts::and_others(&self.names.place(t), others.len());
                Line::filled(said::AT, &[("threat", self.link(t)), ("place", place.into())])
            });
            let items: Vec<Line> = items.collect();
            self.details(what, |p| p.list(items));
        }
    }
}
