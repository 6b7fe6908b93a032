//! What is looked up: the tables in full, how to read numbers and words, and what the report was made from.

use super::Line;
use super::page::Page;
use crate::report::data::{Reference, Threat};
use crate::report::words;
use crate::report::words::{columns, noun, word};
use std::collections::HashSet;

impl Page<'_> {
    pub(super) fn appendix(&mut self) {
        let report = self.report;
        self.target(2, word("appendix"));
        self.parts();
        self.other_cards();
        self.rules();
        self.section("method");
        self.list(words::ratings::DEFINED.iter().map(|l| Line::from(*l)));
        self.paragraph(words::ratings::appetite(report.model.appetite));
        self.section("glossary");
        let words =
            words::GLOSSARY.iter().map(|(word, text)| Line::new().strong(*word).then(format!(": {text}")));
        let words: Vec<Line> = words.collect();
        self.details(words::count(words.len(), noun::WORD), |p| p.list(words));
        if !report.vocabulary.is_empty() {
            self.section("vocabulary");
            let all =
                report.vocabulary.iter().map(|w| Line::new().strong(&w.label).then(format!(": {}", w.about)));
            let all: Vec<Line> = all.collect();
            self.details(words::count(all.len(), noun::CONTROL), |p| p.list(all));
        }
        self.section("files");
        let files = report.model.files.iter().map(|f| vec![Line::from(&f.file), Line::new().code(&f.sha256)]);
        let files = files.collect();
        self.table(columns::FILES, files);
        self.paragraph(Line::filled(
            words::ALL_TOGETHER,
            &[("digest", Line::new().code(&report.model.digest))],
        ));
    }

    /// What the rules of the threats refer to, once for each rule, in the order of the threats.
    fn rules(&mut self) {
        let mut seen = HashSet::new();
        let first = self.report.threats.iter().filter(|t| seen.insert(&t.rule) && !t.refs.is_empty());
        let rules: Vec<(String, Vec<Line>)> =
            first.map(|t| (format!("{} ({})", t.title, t.rule), self.references(t))).collect();
        if rules.is_empty() {
            return;
        }
        self.heading(3, word("rules"));
        self.paragraph(words::RULES);
        for (title, lines) in rules {
            self.details(title, |p| p.list(lines));
        }
    }

    /// The entries of other catalogs, those of one in a line.
    fn references(&self, t: &Threat) -> Vec<Line> {
        let lines = t.refs.iter().filter(|(_, ids)| !ids.is_empty()).map(|(framework, ids)| {
            let known = |id: &String| self.report.reference(framework, id);
            // Entries of one framework can be of different editions.
            let source = |id: &String| known(id).map_or_else(|| framework.clone(), Reference::source);
            let mut line = Line::new();
            let mut of = String::new();
            for id in ids {
                let between = if of.is_empty() { "" } else { ", " };
                if of != source(id) {
                    of = source(id);
                    line = line.then(format!("{between}{of}: "));
                } else {
                    line = line.then(between);
                }
                line = line.then(entry(id, known(id)));
            }
            line
        });
        lines.collect()
    }
}

/// An entry with its title, and a link to where it is told.
fn entry(id: &str, known: Option<&Reference>) -> Line {
    let title = known.and_then(|r| r.title.as_ref()).map(|t| format!(" {t}")).unwrap_or_default();
    let text = format!("{id}{title}");
    match known.and_then(|r| r.url.as_ref()).filter(|u| crate::report::prose::is_allowed(u)) {
        Some(url) => Line::new().outer(url, text),
        None => text.into(),
    }
}
