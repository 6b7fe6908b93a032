//! Whether that is enough: what is left, coverage, the record of tests, questions and reviews.

use super::Line;
use super::page::{Page, badge, cell, day, maybe};
use crate::analysis::Status;
use crate::report::words::{columns, counted, word};
use crate::report::{sets, words};

impl Page<'_> {
    pub(super) fn enough(&mut self) {
        self.target(2, words::QUESTIONS[3]);
        self.left();
        self.coverage();
        self.checklist();
        self.trials();
        self.record();
    }

    fn left(&mut self) {
        let report = self.report;
        let s = &report.summary;
        self.section("left");
        let rows = sets::effect(report)
            .iter()
            .map(|r| {
                let counts = [r.before, r.now, r.unsettled, r.then].map(|n| Line::from(n.to_string()));
                std::iter::once(badge(r.level).into()).chain(counts).collect()
            })
            .collect();
        self.paragraph(counted::unsettled(s.unsettled, s.threats));
        self.paragraph(counted::by_severity(&sets::counted(report)));
        let head = columns::EFFECT;
        self.table(head, rows);
        self.paragraph(counted::by_status(s.threats));
        let b = &s.by_status;
        let states = [
            (Status::Open, b.open),
            (Status::Planned, b.planned),
            (Status::Accepted, b.accepted),
            (Status::Transferred, b.transferred),
            (Status::Mitigated, b.mitigated),
            (Status::Tolerated, b.tolerated),
            (Status::Dismissed, b.dismissed),
            (Status::Refined, b.refined),
        ];
        let rows = states
            .iter()
            .map(|(st, n)| vec![st.to_string().into(), n.to_string().into(), words::status(*st).into()])
            .collect();
        self.table(columns::STATUS, rows);
    }

    fn record(&mut self) {
        let report = self.report;
        self.tried();
        self.section("tests");
        let rows = report.tests.iter().map(|t| {
            let what = match t.threats.is_empty() {
                true => words::parts::at(&t.title, &self.names.parts(&t.on)).into(),
                false => self.threats(&t.threats),
            };
            vec![what, Line::new().strong(t.result.to_string()), words::trying::told(t).into()]
        });
        let rows = rows.collect();
        self.table(columns::RESULTS, rows);
        self.section("questions");
        let rows = report.questions.iter().map(|q| {
            let answer = match &q.answer {
                Some(a) => cell(a),
                None => Line::new().strong(word("unanswered")),
            };
            vec![
                (&q.text).into(),
                cell(self.names.parts(&q.about)),
                maybe(q.owner.as_ref()),
                day(q.due.as_ref(), q.overdue),
                answer,
            ]
        });
        let rows = rows.collect();
        self.table(columns::QUESTIONS, rows);
        self.section("unconfirmed");
        let open: Vec<Line> =
            report.assumptions.iter().filter(|a| a.confirmed.is_none()).map(|a| (&a.text).into()).collect();
        if open.is_empty() {
            self.paragraph(word("none"));
        }
        self.list(open);
        self.section("off");
        let rows = report
            .off
            .iter()
            .map(|o| vec![Line::new().code(&o.rule), (&o.title).into(), maybe(o.because.as_ref())]);
        self.table(columns::OFF, rows.collect());
        self.section("reviews");
        let rows = report
            .reviews
            .iter()
            .map(|r| vec![(&r.date).into(), maybe(r.by.as_ref()), maybe(r.note.as_ref())]);
        self.table(columns::REVIEWS, rows.collect());
        if let Some(next) = &report.model.next_review {
            self.paragraph(words::next_review(next, report.model.review_overdue));
        }
        if !report.diagnostics.is_empty() {
            self.section("remarks");
            let rows =
                report.diagnostics.iter().map(|d| vec![Line::new().code(&d.code), (&d.message).into()]);
            self.table(columns::REMARKS, rows.collect());
        }
    }
}
