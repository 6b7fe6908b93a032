//! The head of the report: what it comes to, what is worst, what changed, who has to act.

use super::page::{NONE, Page, badge};
use super::{Block, Line, Mood, anchor};
use crate::report::data::{SinceThreat, Verdict};
use crate::report::words::columns;
use crate::report::{first, sets, words};

impl Page<'_> {
    pub(super) fn first(&mut self) {
        let report = self.report;
        let m = &report.model;
        if let Some(marking) = &m.marking {
            self.paragraph(Line::new().strong(marking));
        }
        self.heading(1, &m.title);
        let mut line: Vec<String> = Vec::new();
        line.extend(m.version.as_ref().map(|v| format!("version {v}")));
        line.extend(m.owner.as_ref().map(|o| format!("owner: {o}")));
        line.extend(m.last_review.as_ref().map(|d| format!("reviewed {d}")));
        line.extend(m.eu_ai_act.map(|c| format!("EU AI Act: {}", words::ai_act(c))));
        line.push(format!("catalog {}", report.catalog));
        line.push(format!("Trustline {}", report.tool));
        self.paragraph(line.join(" · "));
        let mood = match report.summary.verdict {
            Verdict::AboveAppetite | Verdict::RequirementBroken => Mood::Bad,
            Verdict::NoCrossings => Mood::Open,
            Verdict::WithinAppetite => Mood::Good,
        };
        self.block(Block::Alert { mood, text: Line::new().strong(words::verdict(report)) });
        self.worst();
        self.paragraph(sets::register(report));
        let ratings = words::ratings(report);
        if !ratings.is_empty() {
            self.paragraph(ratings);
        }
        self.since();
        self.who();
        let headings = words::QUESTIONS.iter().copied().chain([self.word("appendix")]);
        self.block(Block::Contents(headings.map(|q| (q.to_owned(), anchor(q))).collect()));
    }

    /// The worst risks, each in a sentence with who owns it.
    fn worst(&mut self) {
        let worst = first::worst(self.report, self.names);
        let lines = worst.iter().map(|w| {
            let planned = if w.planned { ", planned for" } else { "" };
            Line::from(format!("{}: ", badge(w.severity))).then(self.threat(&w.id)).then(format!(
                " at {}{}{planned}; {}.",
                w.place,
                words::further(w.more),
                w.owner
            ))
        });
        let lines: Vec<Line> = lines.collect();
        self.list(lines);
    }

    /// What changed since a baseline, if one was given.
    fn since(&mut self) {
        let Some(since) = &self.report.since else { return };
        self.section_at(2, "since");
        let sorts = [
            ("new", &since.new),
            ("worse", &since.worse),
            ("better", &since.better),
            ("closed", &since.closed),
        ];
        if sorts.iter().all(|(_, list)| list.is_empty()) {
            return self.paragraph(self.word("since_nothing"));
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
            return self.paragraph(self.word("who_nobody"));
        }
        let rows = duties.iter().map(|d| {
            let who = match d.owner.is_empty() {
                true => Line::new().strong(self.word("nobody")),
                false => (&d.owner).into(),
            };
            let items = d.items.iter().map(|i| {
                let worst = i.worst.map(|w| format!(", the worst {}", badge(w))).unwrap_or_default();
                Line::from(format!("{}{worst}", i.text))
            });
            let day = match &d.date {
                None => NONE.into(),
                Some(date) => {
                    let late = if d.late { format!(" ({})", self.word("overdue")) } else { String::new() };
                    Line::from(format!("{date}{late}: {}", d.what))
                }
            };
            vec![who, Line::stacked(items), day]
        });
        let rows = rows.collect();
        self.table(columns::WHO, rows);
    }
}
