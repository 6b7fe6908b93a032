//! Which threats a number is of, in sentences.

use super::{and, count, is, say};
use crate::report::data::ByStatus;

/// Numbers with what they are of, without those that are 0.
fn listed(parts: &[(usize, &str)]) -> String {
    let some = parts.iter().filter(|(n, _)| *n > 0);
    and(&some.map(|(n, what)| format!("{n} {what}")).collect::<Vec<_>>())
}

/// How many threats the register holds, and where they stand.
pub fn register(threats: usize, s: &ByStatus) -> String {
    if threats == 0 {
        return "The register holds no threats.".to_owned();
    }
    let answered = s.accepted + s.transferred + s.mitigated + s.tolerated;
    let parts = listed(&[
        (s.open, "open"),
        (s.planned, "planned for"),
        (answered, "answered"),
        (s.dismissed, "dismissed"),
        (s.refined, "refined (a finer one took their place)"),
    ]);
    format!("The register holds {}: {parts}.", count(threats, "threat"))
}

/// The threats that matrices and tables count, as `40 of 45 threats; 2 dismissed and 3 refined are left out`.
pub fn counted(all: usize, s: &ByStatus) -> String {
    let threats = count(all, "threat");
    match s.dismissed + s.refined {
        0 => format!("all {threats}"),
        n => format!(
            "{} of {threats}; {} {} left out",
            all - n.min(all),
            listed(&[(s.dismissed, "dismissed"), (s.refined, "refined")]),
            is(n)
        ),
    }
}

/// How many threats somebody still has to do something about.
pub fn unsettled(n: usize, of: usize) -> String {
    format!("{n} of {} {} open or planned.", count(of, "threat"), if of == 1 { is(1) } else { is(n) })
}

/// Above the matrix.
pub fn matrix(counted: &str) -> String {
    format!("How many threats before any control → with the controls in force: {counted}.")
}

/// Before a table, behind what it shows: which threats are counted.
pub fn counted_are(note: &str, counted: &str) -> String {
    format!("{note} {} {counted}.", super::word("counted"))
}

/// What was looked through.
pub fn looked_through(counted: &str) -> String {
    say("looked_through", &[("counted", &counted)])
}

/// Above the table of what controls do.
pub fn by_severity(counted: &str) -> String {
    format!("{} {}", say("by_severity", &[("counted", &counted)]), EFFECT)
}

/// Above the table of statuses.
pub fn by_status(threats: usize) -> String {
    say("by_status", &[("threats", &count(threats, "threat"))])
}

/// A row of the matrix.
pub fn likelihood(of: u8) -> String {
    format!("likelihood {of}")
}

/// The matrix of ratings before any control.
pub const BEFORE: &str = "Before any control";
/// The one of those with the controls in force.
pub const IN_FORCE: &str = "With the controls in force";

/// What the table of the effect of controls compares.
pub const EFFECT: &str = "The same threats in each column, so that the columns show what controls do:";
