//! What was found where: by the letters of STRIDE, by harm, by the entries of OWASP, by techniques of ATLAS.

use super::Line;
use super::page::{NONE, Page};
use crate::catalog::Stride;
use crate::report::coverage::{self, Found};
use crate::report::words::{columns, counted, coverage as said, noun, word};
use crate::report::{Place, sets, words};
use std::collections::BTreeMap;

/// How many threats of an entry are named; the register has all.
const NAMED: usize = 3;

impl Page<'_> {
    /// STRIDE by part, with the reason where nothing was found.
    pub(super) fn stride(&mut self) {
        let report = self.report;
        self.section("stride");
        self.paragraph(counted::counted_are(words::coverage::STRIDE, &sets::counted(report)));
        self.figures(Place::Stride);
        let rows = coverage::by_letter(report)
            .iter()
            .map(|(letter, found)| {
                let name = format!("{} {}", Stride::letter(*letter), letter.label());
                vec![
                    name.into(),
                    found.unsettled.len().to_string().into(),
                    found.mitigated().to_string().into(),
                    found.borne.to_string().into(),
                ]
            })
            .collect();
        self.table(columns::LETTERS, rows);
        let rows = coverage::by_target(report, self.names);
        let rows = rows.iter().map(|r| {
            let name = words::parts::crossing(&r.name, r.crossing).into_owned();
            let cells = r.cells.iter().zip(&r.marks).map(|(c, mark)| {
                let open = c.worst.map(|worst| format!("{} {}", words::shape(worst), c.unsettled));
                let some = |n: usize, sign: &str| (n > 0).then(|| format!("{sign} {n}"));
                let answered = [some(c.mitigated(), words::CALM), some(c.borne, words::BORNE)];
                let all: Vec<String> = open.into_iter().chain(answered.into_iter().flatten()).collect();
                match (all.is_empty(), mark) {
                    (false, _) => all.join(" ").into(),
                    (true, Some(mark)) => mark.to_string().into(),
                    (true, None) => "·".into(),
                }
            });
            std::iter::once(Line::from(name)).chain(cells).collect()
        });
        let rows = rows.collect();
        let reasons = coverage::reasons(report).into_iter().map(|r| {
            let mark = Line::new().strong(r.mark.to_string());
            Line::filled(said::NONE_BECAUSE, &[("mark", mark), ("why", (&r.text).into())])
        });
        let reasons: Vec<Line> = reasons.collect();
        self.reference(noun::PLACE, columns::STRIDE, rows);
        if !reasons.is_empty() {
            self.paragraph(word("blanks"));
        }
        self.list(reasons);
    }

    /// Harm to people, and what each framework's entries found.
    pub(super) fn coverage(&mut self) {
        let report = self.report;
        self.harm();
        self.section("owasp");
        self.paragraph(counted::looked_through(&sets::counted(report)));
        let entries = report.summary.owasp_llm_2025.iter().zip(coverage::by_entry(report));
        let rows = entries.map(|(e, found)| self.found(format!("{} {}", e.id, e.title), &found)).collect();
        self.table(columns::OWASP, rows);
        if self.shown(Place::Frameworks).next().is_some() {
            self.section("techniques");
            self.figures(Place::Frameworks);
        }
    }

    fn harm(&mut self) {
        let report = self.report;
        self.section("harm");
        self.paragraph(counted::counted_are(words::coverage::HARM, &sets::counted(report)));
        let found = coverage::by_harm(report);
        if found.is_empty() {
            return self.paragraph(format!("{}.", words::capital(words::coverage::NONE_FOUND)));
        }
        let rows = found.iter().map(|(harm, found)| self.found(harm.label().to_owned(), found)).collect();
        self.table(columns::HARM, rows);
    }

    /// A row of what was found: the worst by name, the others by their number.
    fn found(&self, name: String, found: &Found) -> Vec<Line> {
        if found.is_empty() {
            return vec![name.into(), words::coverage::NONE_FOUND.into(), NONE.into()];
        }
        let worst = found.unsettled.iter().filter_map(|id| self.names.threat(id)).take(NAMED).map(|t| {
            let sign = words::shape(t.residual.severity).into();
            let (place, status) = (self.names.place(t).into(), t.status.to_string().into());
            let with = [("sign", sign), ("threat", self.link(t)), ("place", place), ("status", status)];
            Line::filled(said::FOUND, &with)
        });
        let more = found.unsettled.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| said::more(more).into());
        let open = match found.unsettled.is_empty() {
            true => NONE.into(),
            false => Line::stacked(worst.chain(more)),
        };
        // By what was done: what is tolerated is not mitigated.
        let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
        for t in found.answered.iter().filter_map(|id| self.names.threat(id)) {
            *ways.entry(t.status.word()).or_default() += 1;
        }
        let ways: Vec<String> = ways.iter().map(|(s, n)| format!("{n} {s}")).collect();
        let answered = if ways.is_empty() { NONE.into() } else { ways.join(", ").into() };
        vec![name.into(), open, answered]
    }
}
