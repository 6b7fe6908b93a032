//! What can go wrong: the matrix, the register, threats that wait and threats that are settled.

use super::Line;
use super::page::{NONE, Page, badge};
use crate::catalog;
use crate::model::responses::RiskLevel;
use crate::report::data::Threat;
use crate::report::words::{columns, counted, word};
use crate::report::{Place, answers, sets, words};

impl Page<'_> {
    pub(super) fn wrong(&mut self) {
        let report = self.report;
        self.target(2, words::QUESTIONS[1]);
        self.section("matrix");
        self.paragraph(counted::matrix(&sets::counted(report)));
        self.figures(Place::Risk);
        self.matrix();
        let (live, settled): (Vec<&Threat>, Vec<&Threat>) =
            report.threats.iter().partition(|t| t.status.is_unsettled());
        self.section("register");
        self.paragraph(counted::unsettled(live.len(), report.threats.len()));
        let rows = live.iter().enumerate().map(|(i, t)| {
            vec![
                (i + 1).to_string().into(),
                self.link(t),
                self.names.place(t).into(),
                catalog::letters(&t.stride, t.harm).into(),
                badge(t.residual.severity).into(),
                t.status.to_string().into(),
                t.owner.as_ref().map_or(NONE, |o| o.name.as_str()).into(),
            ]
        });
        let rows = rows.collect();
        self.table(columns::OPEN_REGISTER, rows);
        self.target(3, words::ANSWERED);
        let rows = settled.iter().map(|t| {
            vec![
                (&t.title).into(),
                self.names.place(t).into(),
                badge(t.residual.severity).into(),
                t.status.to_string().into(),
                answers::told(report, self.names, t).into(),
            ]
        });
        let rows: Vec<Vec<Line>> = rows.collect();
        self.table(columns::ANSWERED_REGISTER, rows);
        self.stride();
        self.paths();
        self.cards();
    }

    /// The cards of the worst threats; those of the other open and planned ones stand in the appendix.
    fn cards(&mut self) {
        let report = self.report;
        self.heading(3, word("cards"));
        let (worst, others) = (report.summary.worst.len(), report.summary.unsettled);
        match worst {
            0 => self.paragraph(word("nothing_open")),
            n if n < others => self.paragraph(words::CARDS),
            _ => {}
        }
        let cards: Vec<&Threat> =
            report.summary.worst.iter().filter_map(|id| self.names.threat(id)).collect();
        self.each(&cards, |page, t| page.card(t));
    }

    /// The cards that do not stand with the worst.
    pub(super) fn other_cards(&mut self) {
        let report = self.report;
        let live = report.threats.iter().filter(|t| t.status.is_unsettled());
        let others: Vec<&Threat> = live.filter(|t| !report.summary.worst.contains(&t.id)).collect();
        if others.is_empty() {
            return;
        }
        self.heading(3, word("others"));
        self.each(&others, |page, t| page.card(t));
    }

    /// Both matrices in one: counts before any control and with those in force.
    fn matrix(&mut self) {
        let m = &self.report.summary.matrix;
        let count = |matrix: &[[usize; 5]; 5], l: u8, i: u8| {
            matrix.get(usize::from(l) - 1).and_then(|row| row.get(usize::from(i) - 1)).copied().unwrap_or(0)
        };
        let rows = (1..=5u8).rev().map(|l| {
            let cells = (1..=5u8).map(|i| match (count(&m.inherent, l, i), count(&m.residual, l, i)) {
                (0, 0) => "·".into(),
                (before, now) => format!("{} {before} → {now}", words::shape(RiskLevel::of(l * i))).into(),
            });
            std::iter::once(Line::new().strong(counted::likelihood(l))).chain(cells).collect()
        });
        let rows = rows.collect();
        self.table(columns::MATRIX, rows);
    }
}
