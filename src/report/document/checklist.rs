//! The checklist, the scorecard, and what was tried.

use super::Line;
use super::page::{Page, cell};
use crate::report::words::columns;
use crate::report::{checklist, evidence, sets, words};

impl Page<'_> {
    pub(super) fn checklist(&mut self) {
        let report = self.report;
        self.section("checklist");
        let rows = checklist::rows(report, self.names);
        if rows.is_empty() {
            return self.paragraph(self.word("expected_none"));
        }
        self.paragraph(words::CHECKLIST);
        let list = |all: &[String]| cell(all.join(", "));
        let cells: Vec<Vec<Line>> = rows
            .iter()
            .map(|r| {
                let name = Line::stacked([Line::from(&r.name), Line::from(&r.kind)]);
                vec![name, list(&r.done), list(&r.planned), list(&r.missing)]
            })
            .collect();
        let summary = format!("What {} should have", words::count(rows.len(), "part"));
        self.details(summary, |p| p.table(columns::CHECKLIST, cells));
        self.section("scorecard");
        self.paragraph(words::SCORE);
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
            return self.paragraph(self.word("trials_none"));
        }
        let rows = trials.iter().map(|t| {
            let mut tools: Vec<&str> = t.probes.iter().map(|p| p.tool.as_str()).collect();
            tools.dedup();
            let tools = if tools.is_empty() { evidence::BY_HAND.to_owned() } else { tools.join(", ") };
            let place = self.names.threat(&t.id).map(|t| self.names.place(t)).unwrap_or_default();
            let more = if t.more > 0 {
                format!(" and {}", words::count(t.more, "other place"))
            } else {
                String::new()
            };
            vec![
                self.threat(&t.id),
                format!("{place}{more}").into(),
                tools.into(),
                cell(t.last.clone().unwrap_or_default()),
            ]
        });
        let rows = rows.collect();
        self.reference("open threat", columns::TRIES, rows);
    }

    /// Which open threats were never tried.
    pub(super) fn tried(&mut self) {
        let e = &self.report.evidence;
        self.section("tried");
        self.paragraph(words::tried(e.unsettled, e.untried.len()));
        for (what, ids) in [("Never tried", &e.untried), ("Last tried a year ago or more", &e.old)] {
            if ids.is_empty() {
                continue;
            }
            let threats = ids.iter().filter_map(|id| self.names.threat(id));
            let rules = sets::together(sets::is_long(self.report), threats, |t| t.rule.as_str());
            let items = rules.into_iter().map(|(t, others)| {
                let place = self.names.place(t);
                let more = match others.len() {
                    0 => String::new(),
                    n => format!(" and {}", words::count(n, "other place")),
                };
                self.link(t).then(format!(" at {place}{more}"))
            });
            let items: Vec<Line> = items.collect();
            self.details(format!("{what} ({})", ids.len()), |p| p.list(items));
        }
    }
}
