//! The words of how threats are tried, and of what came of it.

use super::{say, word};
use crate::diagnostic::counted;
use crate::report::data::Test;

/// What is said of an open threat that no tool tries.
pub const BY_HAND: &str = "No tool or guide of the catalog tries this one: go through the scenario by hand.";

/// A threat in a list of those that were not tried, or not for long.
pub const AT: &str = "{threat} at {place}";

/// A test behind its result: `2026-05-04, by Ana, with garak 0.16, record: …`.
pub fn told(t: &Test) -> String {
    let mut parts: Vec<String> = Vec::new();
    match (&t.date, t.old) {
        (Some(day), true) => parts.push(format!("{day}, {}", word("old"))),
        (Some(day), false) => parts.push(day.clone()),
        (None, _) => parts.push("no day given".to_owned()),
    }
    parts.extend(t.by.as_ref().map(|b| format!("by {b}")));
    parts.extend(t.with.as_ref().map(|w| format!("with {w}")));
    parts.extend(t.evidence.as_ref().map(|e| format!("record: {e}")));
    parts.extend(t.note.clone());
    parts.join(", ")
}

/// What came last of trying a threat, and how many others of its rule were tried; none if nothing was.
pub fn last(test: Option<&Test>, others: usize) -> Option<String> {
    let last = test.map(|t| format!("{}, {}", t.result, told(t)));
    match others {
        0 => last,
        n => Some(format!("{}; {n} of the others were tried", last.as_deref().unwrap_or(word("never")))),
    }
}

/// How many threats were never tried.
pub fn never_tried(n: usize) -> String {
    say("never_tried", &[("n", &n)])
}

/// How many were tried long ago.
pub fn tried_long_ago(n: usize) -> String {
    say("tried_long_ago", &[("n", &n)])
}

/// How many of the open threats were tried.
pub fn tried(unsettled: usize, untried: usize) -> String {
    match unsettled {
        0 => super::word("nothing_open").to_owned(),
        n => {
            let tried = n - untried.min(n);
            let have = if tried == 1 || n == 1 { "has" } else { "have" };
            format!("{tried} of {} {have} been tried.", counted(n, "open or planned threat"))
        }
    }
}
