//! The head of the report: what it comes to, what is worst, who has to act.

use super::page::{Page, badge};
use super::{Block, Line, Mood, anchor};
use crate::analysis::Status;
use crate::report::data::Verdict;
use crate::report::{sets, words};

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
        let worst = report.summary.worst.iter().filter_map(|id| self.names.threat(id)).map(|t| {
            let planned = if t.status == Status::Planned { ", planned for" } else { "" };
            Line::from(format!("{}: ", badge(t.residual.severity)))
                .then(self.link(t))
                .then(format!(" at {}{planned}.", self.names.place(t)))
        });
        let worst: Vec<Line> = worst.collect();
        self.list(worst);
        self.paragraph(sets::register(report));
        let ratings = words::ratings(report);
        if !ratings.is_empty() {
            self.paragraph(ratings);
        }
        let headings = words::QUESTIONS.iter().map(|q| ((*q).to_owned(), anchor(q)));
        self.block(Block::Contents(headings.collect()));
    }
}
