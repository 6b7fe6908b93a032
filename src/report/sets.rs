//! Which threats a number is of. Every count that readers see says its set in words, from here.

use super::data::{BySeverity, Report, Threat};
use super::words::counted as said;
use crate::model::responses::RiskLevel;
use serde::Serialize;
use std::collections::HashMap;

/// Whether a threat is a risk of this system, whatever was done about it: all but dismissed ones
/// and those that a finer one has taken the place of.
pub fn counts(t: &Threat) -> bool {
    t.status.counts()
}

/// With more threats than these a report is long: what threats of a rule share is told once, with the rule.
const LONG: usize = 300;

/// Whether a report is long.
pub fn is_long(report: &Report) -> bool {
    report.threats.len() > LONG
}

/// With more threats than these, lists name one threat of each rule with the number of the others.
const MANY: usize = 150;

/// Whether lists of threats name rules.
pub fn are_many(report: &Report) -> bool {
    report.threats.len() > MANY
}

/// Items of a list as they are told: each by itself, or the first of each rule with the others of it.
pub fn together<'r, T>(
    many: bool,
    items: impl Iterator<Item = T>,
    rule: impl Fn(&T) -> &'r str,
) -> Vec<(T, Vec<T>)> {
    let mut at: HashMap<&str, usize> = HashMap::new();
    let mut out: Vec<(T, Vec<T>)> = Vec::new();
    for item in items {
        let of = rule(&item);
        match at.get(of).and_then(|&n| out.get_mut(n)) {
            Some((_, others)) => others.push(item),
            None => {
                if many {
                    at.insert(of, out.len());
                }
                out.push((item, Vec::new()));
            }
        }
    }
    out
}

/// The register in one sentence: how many threats it holds, and where they stand.
pub fn register(report: &Report) -> String {
    said::register(report.threats.len(), &report.summary.by_status)
}

/// The threats that matrices and tables count, in words.
pub fn counted(report: &Report) -> String {
    said::counted(report.threats.len(), &report.summary.by_status)
}

/// One severity over the threats that count, at three times.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The severity.
    pub level: RiskLevel,
    /// Before any control.
    pub before: usize,
    /// With the controls in force.
    pub now: usize,
    /// Of those now, the ones that are open or planned.
    pub unsettled: usize,
    /// With what is planned too.
    pub then: usize,
}

/// What controls do: the same threats before them, with them, and with those that are planned.
pub fn effect(report: &Report) -> Vec<Row> {
    let (mut before, mut now, mut then) =
        (BySeverity::default(), BySeverity::default(), BySeverity::default());
    for t in report.threats.iter().filter(|t| counts(t)) {
        before.add(t.severity);
        now.add(t.residual.severity);
        then.add(t.forecast.severity);
    }
    let levels = RiskLevel::ALL.iter().rev();
    levels
        .map(|&level| Row {
            level,
            before: before.get(level),
            now: now.get(level),
            unsettled: report.summary.residual.get(level),
            then: then.get(level),
        })
        .collect()
}
