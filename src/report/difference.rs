//! A difference between states of models, written up: for a terminal, as Markdown for the comment
//! of a pull request, and as JSON. What is different and why is found in `compare`.

mod markdown;
mod text;

pub use markdown::write as markdown;
pub use text::write as text;

use super::words::difference as said;
use crate::analysis::counts::BySeverity;
use crate::compare::{Change, Difference, Direction, Standing, ThreatChange};
use serde::Serialize;

/// The version of the JSON's form: the second number grows when something is added, the first
/// when something is changed or taken away.
pub const SCHEMA: &str = "1.0";

/// A model and how it differs.
#[derive(Clone, Debug, Serialize)]
pub struct Compared {
    /// The model's file, or what else names it.
    pub model: String,
    /// What differs.
    #[serde(flatten)]
    pub difference: Difference,
}

/// All differences as JSON, in one object.
///
/// # Errors
/// None that is known: the data holds no number that JSON lacks.
pub fn json(all: &[Compared]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct File<'a> {
        schema: &'a str,
        tool: &'a str,
        models: &'a [Compared],
    }
    let tool = env!("CARGO_PKG_VERSION");
    let mut text = serde_json::to_string_pretty(&File { schema: SCHEMA, tool, models: all })?;
    text.push('\n');
    Ok(text)
}

/// How many open or planned threats of each severity, the worst first: `1 critical, 2 high`.
fn by_severity<'a>(threats: impl Iterator<Item = &'a Standing>) -> String {
    threats.map(|s| s.severity).collect::<BySeverity>().words().join(", ")
}

/// The new threats that are open or planned.
fn new_open(d: &Difference) -> impl Iterator<Item = &Standing> + Clone {
    let standing = d.threats.iter().filter(|t| t.change == Change::New).filter_map(|t| t.new.as_ref());
    standing.filter(|s| s.is_unsettled())
}

fn number(d: &Difference, change: Change) -> usize {
    d.threats_that(change).count()
}

/// What happened to threats, in one line: `2 new (1 open: 1 high), 1 gone, 3 changed (2 worse)`.
fn threats_line(d: &Difference) -> String {
    let mut out = Vec::new();
    if number(d, Change::New) > 0 {
        out.push(said::new(number(d, Change::New), new_open(d).count(), &by_severity(new_open(d))));
    }
    if number(d, Change::Gone) > 0 {
        let open = d.threats_that(Change::Gone).filter(|t| was_open(t)).count();
        out.push(said::gone(number(d, Change::Gone), open));
    }
    if number(d, Change::Changed) > 0 {
        let of = |dir: Direction| d.threats_that(Change::Changed).filter(|t| t.direction == dir).count();
        let (worse, better) = (of(Direction::Worse), of(Direction::Better));
        out.push(said::changed(number(d, Change::Changed), worse, better));
    }
    if number(d, Change::Renamed) > 0 {
        out.push(said::renamed(number(d, Change::Renamed)));
    }
    if out.is_empty() { said::NONE_DIFFERS.to_owned() } else { out.join(", ") }
}

fn was_open(t: &ThreatChange) -> bool {
    t.old.as_ref().is_some_and(Standing::is_unsettled)
}

/// How many of each change: `1 new, 2 changed`.
fn changes(all: impl Iterator<Item = Change> + Clone) -> String {
    let kinds = [Change::New, Change::Gone, Change::Changed, Change::Renamed];
    let of = |c: Change| all.clone().filter(|x| *x == c).count();
    let some: Vec<String> =
        kinds.iter().filter(|c| of(**c) > 0).map(|c| said::of_change(of(*c), *c)).collect();
    if some.is_empty() { said::NONE_DIFFERS.to_owned() } else { some.join(", ") }
}

fn parts_line(d: &Difference) -> String {
    changes(d.parts.iter().map(|p| p.change))
}

fn crossings_line(d: &Difference) -> String {
    changes(d.crossings.iter().map(|c| c.change))
}

/// How many threats are open or planned before and now: `12 open or planned threats before, 14 now`.
fn open_line(d: &Difference) -> String {
    let sum = |list: &[usize; 4]| list.iter().sum::<usize>();
    said::open(sum(&d.old.unsettled), sum(&d.new.unsettled))
}

/// Where a threat stood and stands: `mitigated, low 4 (2 x 2) -> open, high 12 (3 x 4)`.
fn standing(t: &ThreatChange) -> String {
    let one = |s: &Standing| {
        let r = s.residual;
        format!("{}, {} {} ({} x {})", s.status, s.severity, r.product(), r.likelihood, r.impact)
    };
    match (&t.old, &t.new) {
        (Some(old), Some(new)) if one(old) != one(new) => format!("{} -> {}", one(old), one(new)),
        (_, Some(s)) | (Some(s), None) => one(s),
        (None, None) => String::new(),
    }
}

/// What two states are of, where that differs: the title, the catalog, the appetite.
fn heads(d: &Difference) -> Vec<(&'static str, String)> {
    let both = |a: &str, b: &str| format!("{a} -> {b}");
    let mut out = Vec::new();
    if d.old.title != d.new.title {
        out.push((said::TITLE, both(&d.old.title, &d.new.title)));
    }
    if d.old.catalog != d.new.catalog {
        out.push((said::CATALOG, both(&d.old.catalog, &d.new.catalog)));
    }
    if d.old.appetite != d.new.appetite {
        out.push((said::APPETITE, both(d.old.appetite.word(), d.new.appetite.word())));
    }
    out
}
