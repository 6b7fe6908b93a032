//! The checklist, the scorecard and the evidence.

use super::*;
use crate::report::{checklist, evidence};

impl Writer<'_> {
    pub(super) fn checklist(&mut self) {
        self.heading(3, "Checklist");
        let rows = checklist::rows(self.report, &self.names);
        if rows.is_empty() {
            return self.block("Nothing is expected of what is drawn.");
        }
        self.block(words::CHECKLIST);
        let list = |all: &[String]| cell(&all.join(", "));
        let many = rows.len();
        let cells: Vec<Row> = rows
            .iter()
            .map(|r| {
                let name = format!("{}<br/>{}", md(&r.name), md(&r.kind));
                vec![name, list(&r.done), list(&r.planned), list(&r.missing)]
            })
            .collect();
        let head = ["Part", "Done", "Planned", "Missing"];
        if many > checklist::MANY {
            let summary = format!("What {} should have", words::count(many, "part"));
            self.details(&summary, |w| w.table(&head, &cells));
        } else {
            self.table(&head, &cells);
        }
        self.heading(3, "Scorecard");
        self.block(words::SCORE);
        let cells: Vec<Row> = checklist::lines(self.report)
            .iter()
            .map(|l| {
                let s = &l.score;
                let counts = [s.expected, s.done, s.planned, s.missing].map(|n| n.to_string());
                let head = [md(&l.name), format!("{} {} %", l.bar, l.percent), format!("{} %", l.forecast)];
                head.into_iter().chain(counts).collect()
            })
            .collect();
        self.table(&["Subject", "Score", "Forecast", "Expected", "Done", "Planned", "Missing"], &cells);
    }

    /// How a threat is tried, and what came of it.
    pub(super) fn trying(&mut self, t: &Threat) {
        let report = self.report;
        let probes: Vec<String> = evidence::probes(report, t)
            .iter()
            .map(|p| {
                let title = p.title.as_ref().map(|t| format!(" {}", md(t))).unwrap_or_default();
                let name = format!("{} {}{title}", md(&p.tool), code(&p.id));
                match (&p.call, &p.url) {
                    (Some(call), _) => format!("{name}: {}", code(call)),
                    (None, Some(url)) => format!("[{name}]({})", link_target(url)),
                    (None, None) => name,
                }
            })
            .collect();
        if !probes.is_empty() || t.status.is_unsettled() {
            self.block("**How to try it**");
            match probes.is_empty() {
                true => self.block(evidence::BY_HAND),
                false => self.list(&probes),
            }
        }
        let tests = t.tests.iter().filter_map(|i| report.tests.get(*i));
        let tests: Vec<String> =
            tests.map(|t| format!("**{}**: {}", t.result, md(&evidence::told(t)))).collect();
        if !tests.is_empty() {
            self.block("**What came of trying it**");
            self.list(&tests);
        }
    }

    /// Which open threats were never tried.
    pub(super) fn tried(&mut self) {
        let e = &self.report.evidence;
        self.heading(3, "What was tried");
        self.block(words::tried(e.unsettled, e.untried.len()));
        for (what, ids) in [("Never tried", &e.untried), ("Last tried a year ago or more", &e.old)] {
            if !ids.is_empty() {
                let items: Vec<String> = ids.iter().map(|id| self.untried(id)).collect();
                self.details(&format!("{what} ({})", ids.len()), |w| w.list(&items));
            }
        }
    }

    fn untried(&self, id: &str) -> String {
        let place = self.names.threat(id).map(|t| md(&self.names.place(t))).unwrap_or_default();
        format!("{} at {place}", self.threat_link(id))
    }
}
