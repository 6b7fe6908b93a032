//! What is done about it: controls, chokepoints, responses, rules of the house.

use super::Line;
use super::page::{NONE, Page, cell, day, maybe, tagged};
use crate::report::words::{answers as said, columns, noun, word};
use crate::report::{answers, words};

/// Above this many places their number is enough.
const MANY: usize = 6;

impl Page<'_> {
    pub(super) fn doing(&mut self) {
        self.target(2, words::QUESTIONS[2]);
        self.controls();
        self.responses();
        self.requirements();
        self.chokepoints();
    }

    fn controls(&mut self) {
        self.section("controls");
        let rows = self.report.controls.iter().map(|c| {
            let label = match c.own && c.label != c.kind_label {
                true => format!("{} ({})", c.label, c.kind_label),
                false => c.label.clone(),
            };
            let evidence = said::evidence(c.evidence.as_deref(), c.verified.as_deref());
            let counts = match c.counts_for.len() {
                n if n > MANY => words::count(n, noun::THREAT).into(),
                _ => self.threats(&c.counts_for),
            };
            vec![
                tagged(label, &c.tags),
                c.status.to_string().into(),
                self.places(&c.on),
                maybe(c.owner.as_ref()),
                day(c.due.as_ref(), c.overdue),
                evidence.map_or_else(|| NONE.into(), Line::from),
                maybe(c.ticket.as_ref()),
                counts,
                cell(answers::control_forecast(self.names, c)),
            ]
        });
        let rows = rows.collect();
        let head = columns::CONTROLS_FORECAST;
        self.table(head, rows);
    }

    /// Places by name, or their number if they are many.
    fn places(&self, parts: &[crate::report::data::Part]) -> Line {
        match parts.len() {
            0 => NONE.into(),
            n if n > MANY => words::count(n, noun::PLACE).into(),
            _ => cell(self.names.parts(parts)),
        }
    }

    fn responses(&mut self) {
        let report = self.report;
        self.section("responses");
        let rows = report.responses.iter().map(|r| {
            let threats = match r.threats.is_empty() {
                true => words::parts::at(&r.title, &self.names.parts(&r.on)).into(),
                false => self.threats(&r.threats),
            };
            vec![threats, self.response(r).into(), answers::state(report, self.names, r).into()]
        });
        let rows = rows.collect();
        self.table(columns::ANSWERS, rows);
    }

    fn requirements(&mut self) {
        self.section("requirements");
        if !self.report.requirements.is_empty() {
            self.paragraph(words::answers::HOUSE);
        }
        let rows = self.report.requirements.iter().map(|r| {
            let on = said::required_on(&self.names.parts(&r.on), r.when.as_deref());
            let broken = match r.broken.is_empty() {
                true => word("none_broken").into(),
                false => Line::new().strong(self.names.parts(&r.broken)),
            };
            let mut rule = Line::from(&r.control_label);
            if let Some(l) = &r.location {
                rule = Line::stacked([rule, format!("{}:{}", l.file, l.line).into()]);
            }
            vec![tagged(rule, &r.tags), on.into(), broken, self.places(&r.kept), maybe(r.because.as_ref())]
        });
        let rows = rows.collect();
        self.table(columns::REQUIREMENTS, rows);
    }
}
