//! The checklist as readers get it: one row for each element, and the scorecard with its bars.

use super::data::Report;
use super::names::Names;
use super::words::{self, checklist as said};
use crate::analysis::checklist::{CheckState, Score};
use serde::Serialize;
use std::collections::BTreeMap;

/// Above this many elements the list folds away.
pub const MANY: usize = 12;

/// What one element should have.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Row {
    /// The element.
    pub id: String,
    /// Its label.
    pub name: String,
    /// Its kind in words.
    pub kind: String,
    /// What is in force, in words.
    pub done: Vec<String>,
    /// What is planned, with who builds it and when.
    pub planned: Vec<String>,
    /// What is missing.
    pub missing: Vec<String>,
}

/// One subject of the scorecard.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The subject in words.
    pub name: String,
    /// Its bar, of ten signs.
    pub bar: String,
    /// In percent.
    pub percent: usize,
    /// In percent, with what is planned.
    pub forecast: usize,
    /// Its numbers.
    pub score: Score,
}

/// A row for each element of which anything is expected, in the order of the text.
pub fn rows(report: &Report, names: &Names<'_>) -> Vec<Row> {
    let kinds: BTreeMap<&str, &str> =
        report.elements.iter().map(|e| (e.id.as_str(), e.kind_label.as_str())).collect();
    let mut rows: Vec<Row> = Vec::new();
    for c in &report.checklist {
        if rows.last().is_none_or(|r| r.id != c.element) {
            rows.push(Row {
                id: c.element.clone(),
                name: names.of(&c.element).to_owned(),
                kind: kinds.get(c.element.as_str()).copied().unwrap_or_default().to_owned(),
                ..Row::default()
            });
        }
        let Some(row) = rows.last_mut() else { continue };
        let list = match c.state {
            CheckState::Done => &mut row.done,
            CheckState::Planned => &mut row.planned,
            CheckState::Missing => &mut row.missing,
        };
        list.push(said::control(c));
    }
    rows
}

/// The scorecard: each subject, then all together.
pub fn lines(report: &Report) -> Vec<Line> {
    let card = &report.scorecard;
    let subjects = card.subjects.iter().map(|s| (words::capital(&s.subject.replace('_', " ")), s.score));
    let all = subjects.chain([(said::ALL.to_owned(), card.overall)]);
    all.filter_map(|(name, score)| {
        Some(Line {
            name,
            bar: words::checklist::bar(&score.counts),
            percent: score.percent?,
            forecast: score.forecast?,
            score: score.counts,
        })
    })
    .collect()
}
