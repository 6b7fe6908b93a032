//! The words of the checklist and its scorecard.

use super::{count, say};
use crate::analysis::checklist::{CheckState, Score};
use crate::diagnostic::counted;
use crate::report::data::Check;

/// All subjects together.
pub const ALL: &str = "All";

/// What folds the list.
pub fn should_have(parts: usize) -> String {
    say("should_have", &[("parts", &count(parts, "part"))])
}

/// A control of the list: who builds it and when, or that it is known to be missing.
pub fn control(c: &Check) -> String {
    let mut more: Vec<String> = Vec::new();
    match c.state {
        CheckState::Done => {}
        CheckState::Planned => {
            more.extend(c.owner.clone());
            let late = if c.overdue { ", overdue" } else { "" };
            more.extend(c.due.as_ref().map(|d| format!("due {d}{late}")));
        }
        CheckState::Missing if c.known => more.push("as the model says".to_owned()),
        CheckState::Missing => {}
    }
    let name = &c.control_label;
    if more.is_empty() { name.clone() } else { format!("{name} ({})", more.join(", ")) }
}

/// What a checklist is.
pub const ABOUT: &str = "The controls that parts of these kinds should have by default, whatever their threats are: the \
playbook of a platform team. One is done if it is in force on the part, on a boundary around it, or on every call to it from outside.";

/// How the scorecard counts.
pub const SCORE: &str = "A score is what is done of what is expected, in percent and rounded down. What is planned counts as \
nothing now and as done in the forecast.";

/// A score in a line; none if nothing is expected.
pub fn score(score: &Score) -> Option<String> {
    let (now, then) = (score.percent()?, score.forecast()?);
    let forecast = if then == now { String::new() } else { format!("; {then} % with what is planned") };
    Some(format!(
        "{} of {} in force, {now} %{forecast}",
        score.done,
        counted(score.expected, "expected control")
    ))
}

/// The checklist in a sentence; none if nothing is expected.
pub fn scorecard(of: &Score) -> Option<String> {
    score(of).map(|s| format!("What such parts should have by default: {s}."))
}

/// A score as a bar of ten signs: what is done, what is planned, what is missing. No sign says more than
/// is there.
pub fn bar(score: &Score) -> String {
    let tenths = |n: usize| (n * 10).checked_div(score.expected).unwrap_or(0);
    let (done, with_planned) = (tenths(score.done), tenths(score.done + score.planned));
    let sign = |i: usize| match i {
        i if i < done => '█',
        i if i < with_planned => '▒',
        _ => '░',
    };
    (0..10).map(sign).collect()
}
