//! The register as a table: one row a threat, one column a fact, for spreadsheets and other programs. A further
//! column is an entry of [`COLUMNS`].

use super::answers;
use super::data::{Part, PartType, Report, Response, Threat};
use super::names::Names;
use super::prose::is_unsafe;
use super::words::{self, register as head};
use crate::catalog;
use crate::model::responses::RiskLevel;
use std::ops::Range;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Plain text on one line; may be empty.
    Text(String),
    /// A number.
    Number(u32),
    /// A severity.
    Level(RiskLevel),
}

/// What columns are filled from.
pub struct Source<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its names.
    pub names: &'a Names<'a>,
    /// The row's place in the register, from 1.
    pub rank: usize,
    /// The row's threat.
    pub threat: &'a Threat,
}

/// A column of the register.
pub struct Column {
    /// Its head.
    pub name: &'static str,
    /// Its width in characters, where widths can be set.
    pub width: u16,
    /// What stands in it.
    pub cell: fn(&Source<'_>) -> Cell,
}

const fn column(name: &'static str, width: u16, cell: fn(&Source<'_>) -> Cell) -> Column {
    Column { name, width, cell }
}

/// The columns, in order.
pub const COLUMNS: &[Column] = &[
    column(head::RANK, 5, |s| number(s.rank)),
    column(head::THREAT, 48, |s| text(&s.threat.title)),
    column(head::WHERE, 32, |s| text(&s.names.place(s.threat))),
    column(head::SEVERITY_NOW, 14, |s| Cell::Level(s.threat.residual.severity)),
    column(head::STATUS, 12, |s| text(&s.threat.status.to_string())),
    column(head::LIKELIHOOD_NOW, 11, |s| Cell::Number(s.threat.residual.likelihood.into())),
    column(head::IMPACT_NOW, 11, |s| Cell::Number(s.threat.residual.impact.into())),
    column(head::SEVERITY_BEFORE_ANY_CONTROL, 14, |s| Cell::Level(s.threat.severity)),
    column(head::LIKELIHOOD_BEFORE, 11, |s| Cell::Number(s.threat.likelihood.into())),
    column(head::IMPACT_BEFORE, 11, |s| Cell::Number(s.threat.impact.into())),
    column(head::SEVERITY_WITH_WHAT_IS_PLANNED, 14, |s| Cell::Level(s.threat.forecast.severity)),
    column(head::BAND, 11, |s| text(s.threat.band)),
    column(head::RATING_CONFIRMED, 11, |s| text(if s.threat.rated { head::YES } else { head::NO })),
    column(head::STRIDE_OR_H, 9, |s| Cell::Text(catalog::letters(&s.threat.stride, s.threat.harm))),
    column(head::OWNER, 18, |s| text(s.threat.owner.as_ref().map_or("", |o| o.name.as_str()))),
    column(head::DUE, 12, |s| {
        let due = s.responses().find_map(|r| answers::due(s.report, r));
        Cell::Text(due.unwrap_or_default())
    }),
    column(head::TICKET, 14, |s| first(s, |r| r.ticket.as_deref())),
    column(head::RESPONSE, 40, |s| {
        let all: Vec<String> = s.responses().map(|r| answers::line(s.names, r)).collect();
        text(&all.join("; "))
    }),
    column(head::WHAT_ANSWERS_IT, 40, |s| text(&answers::told(s.report, s.names, s.threat))),
    column(head::CONTROLS_IN_FORCE, 30, |s| credited(s, true)),
    column(head::CONTROLS_PLANNED, 30, |s| credited(s, false)),
    column(head::WHAT_WOULD_CLOSE_IT, 36, |s| {
        let set = |set: &Vec<String>| words::and(&set.iter().map(|c| s.names.control(c)).collect::<Vec<_>>());
        text(&s.threat.closed_by.iter().map(set).collect::<Vec<_>>().join(head::OR))
    }),
    column(head::WHY_IT_ARISES, 50, |s| {
        let all: Vec<&str> = s.threat.because.iter().map(|f| f.text.as_str()).collect();
        text(&all.join("; "))
    }),
    column(head::DATA_AT_STAKE, 30, |s| text(&s.names.list(&s.threat.stakes))),
    column(head::HOW_IT_HAPPENS, 60, |s| text(&s.threat.scenario.plain())),
    column(head::WHAT_TO_DO_ABOUT_IT, 60, |s| text(&s.threat.mitigation.plain())),
    column(head::REFERENCES, 40, |s| {
        let all = s.threat.refs.iter().flat_map(|(f, ids)| ids.iter().map(move |id| format!("{f}:{id}")));
        text(&all.collect::<Vec<_>>().join(", "))
    }),
    column(head::LAST_TEST, 12, |s| {
        let last = s.threat.tests.first().and_then(|i| s.report.tests.get(*i));
        text(
            &last.map(|t| format!("{} {}", t.date.clone().unwrap_or_default(), t.result)).unwrap_or_default(),
        )
    }),
    column(head::PLACE_IN_THE_MODEL, 24, |s| {
        let place = s.threat.location.as_ref().map(|l| format!("{}:{}:{}", l.file, l.line, l.column));
        text(&place.unwrap_or_default())
    }),
    column(head::ID, 36, |s| text(&s.threat.id)),
];

/// The rows of the register, in its order.
pub fn rows<'a>(report: &'a Report, names: &'a Names<'a>) -> impl Iterator<Item = Vec<Cell>> {
    rows_of(report, names, 0..report.threats.len())
}

/// Some of the rows.
pub fn rows_of<'a>(
    report: &'a Report,
    names: &'a Names<'a>,
    range: Range<usize>,
) -> impl Iterator<Item = Vec<Cell>> {
    let mine = report.threats.get(range.clone()).unwrap_or_default();
    range.zip(mine).map(move |(i, threat)| {
        let source = Source { report, names, rank: i + 1, threat };
        COLUMNS.iter().map(|c| (c.cell)(&source)).collect()
    })
}

impl<'a> Source<'a> {
    /// The threat's responses; a rating is none.
    fn responses(&self) -> impl Iterator<Item = &'a Response> + use<'a> {
        let report = self.report;
        self.threat.response.into_iter().filter_map(move |r| report.responses.get(r))
    }
}

/// Text on one line, without signs that a table has no use for.
pub fn line(text: &str) -> String {
    let visible = |b: u8| matches!(b, b' '..=b'~');
    if text.bytes().all(visible) && !text.contains("  ") && text.trim().len() == text.len() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }));
    }
    out
}

fn text(text: &str) -> Cell {
    Cell::Text(line(text))
}

fn number(n: usize) -> Cell {
    Cell::Number(u32::try_from(n).unwrap_or(u32::MAX))
}

fn first(s: &Source<'_>, of: impl Fn(&Response) -> Option<&str>) -> Cell {
    text(s.responses().find_map(of).unwrap_or_default())
}

fn credited(s: &Source<'_>, in_force: bool) -> Cell {
    let at = |control: String, on: &Part| match on.ty {
        PartType::Model => control,
        _ => words::parts::on(&control, &s.names.part(on)),
    };
    let mine = s.threat.credited.iter().filter(|c| c.in_force == in_force);
    let all: Vec<String> = mine.map(|c| at(s.names.control(&c.control), &c.on)).collect();
    text(&all.join("; "))
}
