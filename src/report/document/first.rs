//! The head of the report: what it comes to, what is worst, what changed, who has to act.

use super::page::{NONE, Page, badge};
use super::{Block, Line, Mood, anchor};
use crate::report::data::{SinceThreat, Verdict};
use crate::report::words::{columns, first as said, word};
use crate::report::{first, sets, words};

impl Page<'_> {
    pub(super) fn first(&mut self) {
        let report = self.report;
        let m = &report.model;
        if let Some(marking) = &m.marking {
            self.paragraph(Line::new().strong(marking));
        }
        self.heading(1, &m.title);
        self.paragraph(said::facts(report));
        let mood = match report.summary.verdict {
            Verdict::AboveAppetite | Verdict::RequirementBroken => Mood::Bad,
            Verdict::NoCrossings => Mood::Open,
            Verdict::WithinAppetite => Mood::Good,
        };
        self.block(Block::Alert { mood, text: Line::new().strong(words::first::verdict(report)) });
        self.worst();
        self.paragraph(sets::register(report));
        let ratings = words::ratings::confirmed(report);
        if !ratings.is_empty() {
            self.paragraph(ratings);
        }
        self.since();
        self.who();
        let headings = words::QUESTIONS.iter().copied().chain([word("appendix")]);
        self.block(Block::Contents(headings.map(|q| (q.to_owned(), anchor(q))).collect()));
    }

    /// The worst risks, each in a sentence with who owns it.
    fn worst(&mut self) {
        let worst = first::worst(self.report, self.names);
        let lines = worst.iter().map(|w| {
            let (severity, threat) = (badge(w.severity).into(), self.threat(&w.id));
            let (place, owner) = ((&w.place).into(), (&w.owner).into());
            let more = said::further(w.more).into();
            let with = [
                ("severity", severity),
                ("threat", threat),
                ("place", place),
                ("more", more),
                ("owner", owner),
            ];
            Line::filled(said::worst(w.planned), &with)
        });
        let lines: Vec<Line> = lines.collect();
        self.list(lines);
    }

    /// What changed since a baseline, if one was given.
    fn since(&mut self) {
        let Some(since) = &self.report.since else { return };
        self.section_at(2, "since");
        let sorts = [
            (said::NEW, &since.new),
            (said::WORSE, &since.worse),
            (said::BETTER, &since.better),
            (said::CLOSED, &since.closed),
        ];
        if sorts.iter().all(|(_, list)| list.is_empty()) {
            return self.paragraph(word("since_nothing"));
        }
        let rows = sorts.iter().flat_map(|(sort, list)| list.iter().map(|t| self.changed(sort, t)));
        let rows = rows.collect();
        self.table(columns::SINCE, rows);
    }

    fn changed(&self, sort: &str, t: &SinceThreat) -> Vec<Line> {
        let title = self.names.threat(&t.id).map_or_else(|| Line::from(&t.title), |t| self.link(t));
        let level = |l| Option::map_or(l, NONE.to_owned(), badge);
        let status = t.status.map(|s| format!(", {s}")).unwrap_or_default();
        vec![
            sort.into(),
            title,
            (&t.place).into(),
            level(t.before).into(),
            format!("{}{status}", level(t.severity)).into(),
            super::page::cell(t.because.join("; ")),
        ]
    }

    /// Who has to act by when.
    fn who(&mut self) {
        self.section_at(2, "who");
        let duties = first::duties(self.report);
        if duties.is_empty() {
            return self.paragraph(word("who_nobody"));
        }
        let rows = duties.iter().map(|d| {
            let who = match d.owner.is_empty() {
                true => Line::new().strong(word("nobody")),
                false => (&d.owner).into(),
            };
            let items =
                d.items.iter().map(|i| Line::from(said::task(&i.text, i.worst.map(badge).as_deref())));
            let day = match &d.date {
                None => NONE.into(),
                Some(date) => said::next(date, d.late, d.what).into(),
            };
            vec![who, Line::stacked(items), day]
        });
        let rows = rows.collect();
        self.table(columns::WHO, rows);
    }
}
