//! The words of a difference between two states of a model, for a terminal and for a comment.

use super::{capital, count};
use crate::compare::Change;

/// Names of what two states are of.
pub const TITLE: &str = "title";
/// The edition of the catalog.
pub const CATALOG: &str = "catalog";
/// The severity that nobody has to sign for.
pub const APPETITE: &str = "appetite";
/// Before what happened to threats.
pub const THREATS: &str = "threats";
/// To parts.
pub const PARTS: &str = "parts";
/// To crossings.
pub const CROSSINGS: &str = "crossings";

/// Two states that are alike, of which no more is said.
pub const NOTHING_DIFFERS: &str = "Nothing differs.";
/// Nothing of a sort.
pub const NONE_DIFFERS: &str = "none differs";
/// In the place of what a flow that crosses nothing crosses.
pub const NOTHING: &str = "nothing";
/// Nothing that a reviewer must look at.
pub const NO_NEW: &str = "No new open or planned threats.";

/// The heads of the table of threats.
pub const HEADS_OF_THREATS: [&str; 6] = ["Change", "Threat", "At", "Before", "Now", "Why"];
/// The heads of the table of parts and crossings.
pub const HEADS_OF_PARTS: [&str; 3] = ["Change", "Part", "What"];

/// Two states that are alike, in a line.
pub fn alike(model: &str, title: &str) -> String {
    format!("{model}: {title}: nothing differs")
}

/// What made the difference.
pub fn compared_by(version: &str) -> String {
    format!("Compared by Trustline {version}.")
}

/// A rule that has another name now.
pub fn renamed_rule(old: &str, new: &str) -> String {
    format!("the rule {old} is called {new} now")
}

/// New threats, and how bad those are that are open.
pub fn new(n: usize, open: usize, by_severity: &str) -> String {
    match open {
        0 => format!("{n} new (none open)"),
        open => format!("{n} new ({open} open: {by_severity})"),
    }
}

/// Threats that are gone, and how many were open.
pub fn gone(n: usize, open: usize) -> String {
    format!("{n} gone ({open} of them open before)")
}

/// Threats that changed, and to what.
pub fn changed(n: usize, worse: usize, better: usize) -> String {
    let ways = [(worse, "worse"), (better, "better")];
    let ways: Vec<String> = ways.iter().filter(|(n, _)| *n > 0).map(|(n, w)| format!("{n} {w}")).collect();
    if ways.is_empty() { format!("{n} changed") } else { format!("{n} changed ({})", ways.join(", ")) }
}

/// Threats of which only the name changed.
pub fn renamed(n: usize) -> String {
    format!("{n} renamed")
}

/// How many of a change.
pub fn of_change(n: usize, change: Change) -> String {
    format!("{n} {}", change.word())
}

/// How many threats are open before and now.
pub fn open(before: usize, now: usize) -> String {
    format!("{} before, {now} now", count(before, "open or planned threat"))
}

/// Above the threats of one change.
pub fn heading(change: Change) -> String {
    format!("{} {THREATS}", capital(change.word()))
}

/// What a part or a threat was called before.
pub fn was(name: &str) -> String {
    format!("was {name}")
}

/// Why a threat changed.
pub fn because(why: &str) -> String {
    format!("because {why}")
}

/// What a flow crosses and crossed.
pub fn crosses(before: Option<&str>, now: Option<&str>) -> String {
    match (before, now) {
        (Some(a), Some(b)) if a != b => format!("{b}, before {a}"),
        (Some(a), Some(_)) => format!("{a}, trust goes another way"),
        (None, Some(one)) | (Some(one), None) => one.to_owned(),
        (None, None) => String::new(),
    }
}

/// What a reviewer wants to know first: threats that are open and were not, and how bad; and those that got worse.
pub fn verdict(open: usize, by_severity: &str, worse: usize) -> String {
    let mut out = Vec::new();
    if open > 0 {
        out.push(format!("{} ({by_severity})", count(open, "new open or planned threat")));
    }
    if worse > 0 {
        out.push(match open {
            0 => format!("{} worse than before", count(worse, "open or planned threat")),
            _ => format!("{worse} worse than before"),
        });
    }
    if out.is_empty() { NO_NEW.to_owned() } else { format!("{}.", out.join(", ")) }
}

/// The rest: how many are open, what got better, what is new and needs nobody.
pub fn rest(open: String, closed: usize, settled: usize) -> String {
    let mut out = vec![open];
    if closed > 0 {
        out.push(format!("{closed} closed or better"));
    }
    if settled > 0 {
        out.push(format!("{settled} new and answered already"));
    }
    format!("{}.", out.join("; "))
}

/// What folds the threats that a reviewer need not look at.
pub fn other_changes(n: usize) -> String {
    format!("Other changes of threats: {n}")
}

/// What folds the threats of which only the name changed.
pub fn other_ids(n: usize) -> String {
    format!("{} with another id", count(n, "threat"))
}

/// A threat of which only the name changed.
pub fn other_id(now: &str, before: &str) -> String {
    format!("{now} was {before}")
}

/// What folds parts and crossings.
pub fn parts(parts: &str, crossings: &str) -> String {
    format!("Parts: {parts}; crossings: {crossings}")
}

/// A crossing in a table of parts.
pub fn crossing(name: &str) -> String {
    format!("crossing {name}")
}

/// What it crosses, before and now.
pub fn crosses_now(before: &str, now: &str) -> String {
    format!("crosses: {before} → {now}")
}

/// What a list leaves out, and the command that has all of it.
pub fn more(n: usize, command: &str) -> String {
    format!("and {n} more, which `{command}` lists")
}
